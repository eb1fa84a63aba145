"""Many articles in, many records out: what the command line runs, and any script may."""
