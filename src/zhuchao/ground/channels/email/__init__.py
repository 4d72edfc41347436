"""Electronic mail over SMTP."""
