"""Parks, buildings, floors, units and plots; and what of them is on offer."""
