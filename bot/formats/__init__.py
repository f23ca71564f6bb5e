"""Cards, digests and readings as JSON and Markdown. Knows no platform."""
