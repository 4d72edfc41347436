"""Companies, and the people to reach there; the only room that holds names and telephones."""
