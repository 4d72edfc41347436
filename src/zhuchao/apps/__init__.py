"""The registers: each has models, services (writes) and selectors (reads) of its own."""
