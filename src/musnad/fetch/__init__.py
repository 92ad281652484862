"""Pages from the web into a casefile: politely, and from public addresses only."""
