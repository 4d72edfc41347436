"""The officers' desk: server-rendered pages over the registers; no models."""
