"""The night: one command that checks, builds, publishes, looks at what stands, and says what it did."""
