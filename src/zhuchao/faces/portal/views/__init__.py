"""What answers each address of the portal that is not a Wagtail page."""
