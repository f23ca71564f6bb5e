"""Slack: slash commands, mentions, direct messages, buttons, modals, the home tab, the digest."""
