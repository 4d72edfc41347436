"""Measurements of speed and of quality."""
