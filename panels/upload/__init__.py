"""What the upload page asks of the local build."""
