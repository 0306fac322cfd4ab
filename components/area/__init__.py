"""Parts of the page of one area."""
