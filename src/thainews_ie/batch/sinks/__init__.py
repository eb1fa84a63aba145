"""Where records go, one kind of output a module."""
