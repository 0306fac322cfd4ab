"""The style guide: every component in every state, with invented figures, for people who build or review pages."""
