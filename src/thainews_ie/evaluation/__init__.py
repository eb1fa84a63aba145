"""Holds records against annotated articles."""
