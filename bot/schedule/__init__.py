"""When: the tick, and the public holidays of a calendar."""
