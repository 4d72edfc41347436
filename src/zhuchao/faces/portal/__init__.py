"""The public's face: the newspaper, the classified offers, and the form to say what is needed."""
