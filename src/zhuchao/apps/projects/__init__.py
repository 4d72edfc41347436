"""Projects and their only history: the stage events."""
