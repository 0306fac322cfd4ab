"""Pages for system leaders: where things are going."""
