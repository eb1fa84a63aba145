"""One reader per format of a file."""
