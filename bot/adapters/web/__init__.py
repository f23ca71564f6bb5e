"""The web page: a chat, topics, digests, evidence and how things stand, served by aiohttp."""
