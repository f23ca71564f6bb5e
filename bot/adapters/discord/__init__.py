"""Discord: commands, mentions and direct messages in, Components V2 out."""
