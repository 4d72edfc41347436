"""Settings, addresses, commands and supervision: the only place that wires things."""
