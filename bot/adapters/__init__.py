"""The outside world. Each adapter imports only its own library."""
