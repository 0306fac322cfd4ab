"""Engines that hold a warehouse. DuckDB is the one there is; another would be a module beside it."""
