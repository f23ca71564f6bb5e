"""Morgenlage: topic cards from articles, every sentence traceable to its characters."""

__version__ = "0.1.0"
