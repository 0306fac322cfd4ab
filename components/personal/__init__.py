"""Parts of the page on outcomes for people."""
