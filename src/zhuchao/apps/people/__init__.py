"""Organisations, teams, roles; the one place that decides who may see and do what."""
