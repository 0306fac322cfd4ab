"""Files that must not be, made from the demonstration publications of every source in the registry."""
