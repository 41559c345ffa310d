"""The same app in a web page: the terminal of textual-serve's page (the extra ``web``), and a server of our own."""
