"""Carriers on the desk: what is typed about them, and how it is shown."""
