"""What a first attempt with the usual packages looks like: plain pandas, plain Dash, nothing tuned, nothing spoilt."""
