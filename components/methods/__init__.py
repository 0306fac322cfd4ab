"""Parts of the methods pages: sections, worked examples, the options of the control charts, claims."""
