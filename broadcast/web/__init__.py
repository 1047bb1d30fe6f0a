"""The server: the operators' pages, read-only."""
