"""One module a subject: parse a form, make one domain call, render."""
