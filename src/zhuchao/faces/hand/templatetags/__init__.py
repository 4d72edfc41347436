"""Template tags of the hand."""
