"""The command line: read, parse and match without a server; config adds its own commands."""
