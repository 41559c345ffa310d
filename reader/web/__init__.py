"""The same app in a web page, through textual-serve (the extra ``web``)."""
