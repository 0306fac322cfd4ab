"""One page a file; each answers one question. Loaded by Dash, never by one another."""
