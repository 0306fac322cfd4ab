"""Speed and memory against naive scripts: ``make bench``, described in README.md of this folder."""
