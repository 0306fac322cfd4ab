"""Parts of pages that are mostly words: lists of what stands on a page, terms of the glossary."""
