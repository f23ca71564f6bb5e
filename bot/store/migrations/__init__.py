"""How the tables came to be, one revision after the other. A revision is never changed."""
