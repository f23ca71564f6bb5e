"""The pure core: reading, topics, ranking, cards. No I/O, clock, environment or platform."""
