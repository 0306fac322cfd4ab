"""What pages are made of: words, figures, tables, panels and the shell. Given values, never fetches them."""
