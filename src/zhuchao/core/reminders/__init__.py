"""Rules of reminders: on which working day, at which hour, and how often it is tried."""
