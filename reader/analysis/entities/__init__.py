"""Entities: one name, one kind, over the whole document.

    Doc ──► words ──► finds ──► names ──► groups ──► entities
            capitals  repairs   evidence  joining    spread
                      extent    context
                      trust

``document`` runs these in turn; ``index`` is how other components look entities up.
"""
