"""What runs before and around the site: preparing static files, finding a browser for tests, the launcher."""
