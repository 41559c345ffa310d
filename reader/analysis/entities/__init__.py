"""Entities: one name, one kind, over the whole document.

    Doc ──► words ──► gather ──► names ──► joining ──► component
                      trimming   evidence
                      runs

``component`` runs these in turn; ``lists`` gives the word lists as tables, ``index`` is how other components look entities up.
"""
