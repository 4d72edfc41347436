"""How well what is read is right, on pages that are marked by hand."""
