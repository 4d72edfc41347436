"""How well what is read is right, on messages and pages that are marked by hand."""
