"""The extraction within other programs; each module needs the package it is named after."""
