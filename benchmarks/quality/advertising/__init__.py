"""Sentences of an editor's own with what a lint must say of them."""
