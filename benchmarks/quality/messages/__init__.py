"""How well messages are read: sixty fictional ones, marked by hand, half for testing only."""
