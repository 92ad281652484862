"""The casefile: one SQLite file that keeps pages with their bytes, what was found on them, and by which rules."""
