"""The suites of facts: marked texts beside this file, and events of a data set that is not kept."""
