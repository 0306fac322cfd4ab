"""Pages on what people who draw on care, and their carers, say of their lives."""
