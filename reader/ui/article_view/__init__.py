"""The article, drawn line by line from a virtual view, with everything found in it marked. The view is in `view`."""
