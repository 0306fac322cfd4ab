"""The only SQL a page can reach, as functions of a view: plain arguments in, small tuples of rows out."""
