"""Small real servers and models that stand in for other people's services."""
