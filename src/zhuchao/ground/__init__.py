"""What every register stands on: audit, sealed columns, kept files, safe fetching, jobs."""
