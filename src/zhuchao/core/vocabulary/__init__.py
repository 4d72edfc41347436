"""The values that the core steps hand to one another: one file a concept, all frozen."""
