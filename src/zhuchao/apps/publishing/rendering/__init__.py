"""Public pages as files: rendered at publication, renewed where a change touches them."""
