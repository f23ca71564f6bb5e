"""The revisions. None of them reads today's schema: it will have moved on."""
