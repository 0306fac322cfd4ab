"""HTTP around Dash: health, headers, callback validation, downloads, static files. No statistics."""
