"""Morgenlage: topic cards from articles, every sentence traceable to its characters."""
