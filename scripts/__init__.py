"""Checks and training; each runs by itself."""
