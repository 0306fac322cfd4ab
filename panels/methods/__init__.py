"""Panels of the methods pages: worked examples from the build, and claims of reports computed again."""
