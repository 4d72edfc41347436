"""Whatever was pasted, kept with its fate; and the pages that an officer confirmed."""
