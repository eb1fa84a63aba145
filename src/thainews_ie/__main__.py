"""``python -m thainews_ie``: the command line."""

from thainews_ie.cli import main

main()
