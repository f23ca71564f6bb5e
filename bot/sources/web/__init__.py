"""The way to the web: judged addresses, bounded answers, pages that become articles."""
