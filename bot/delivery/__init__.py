"""What is due goes out once: the port to platforms, and the loop that claims, sends, settles."""
