"""Panels of the data page: freshness, the running refresh, files, checks, gaps and changes of councils."""
