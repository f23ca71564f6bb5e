"""Folders and files become articles."""
