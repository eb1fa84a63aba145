"""Finders, one module per extracted thing. None imports another."""
