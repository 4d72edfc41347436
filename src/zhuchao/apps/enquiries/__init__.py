"""Demands as records: received, understood, matched, taken, closed."""
