"""What the two languages need: folding, detection, word lists."""
