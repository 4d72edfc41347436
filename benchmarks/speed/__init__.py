"""How many pages, messages and properties one second of one processor core goes through."""
