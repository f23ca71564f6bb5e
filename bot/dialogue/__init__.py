"""What people say becomes a request, a request becomes an answer. Knows no platform."""
