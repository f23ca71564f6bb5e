"""Digests as files in a folder: the platform that needs no platform."""
