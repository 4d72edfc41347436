"""A ledger of projects that was kept as a spreadsheet, taken over row by row."""
