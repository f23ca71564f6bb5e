"""PDF and Word files become text."""
