"""How well pages are read: the evaluation pages where found, and pages written for this."""
