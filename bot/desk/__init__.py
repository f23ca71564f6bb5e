"""The desk: one door for every chat platform, from what was said to what is shown and kept."""
