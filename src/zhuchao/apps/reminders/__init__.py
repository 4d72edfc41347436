"""Reminders: what is due is told once to whom it concerns, over the channels that they chose."""
