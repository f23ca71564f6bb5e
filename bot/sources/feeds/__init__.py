"""Feeds become articles: what is due, what is new in it, what has changed."""
