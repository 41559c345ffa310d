"""Entities: one name, one kind, over the whole document.

    Doc ──► words ──► finds ──► names ──► groups ──► entities
            capitals  splitting evidence  joining    spread
            runs      repairs   context   people     shortening
                      extent
                      trust

``document`` runs these in turn; ``index`` is how other components look entities up.
"""
