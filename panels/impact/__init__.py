"""All designs for one claim of a scheme on one screen, with what they refuse and why (METHODS M13 to M19)."""
