"""One page, one file, one template of the same name."""
