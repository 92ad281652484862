"""Numbered steps of the schema, `0001_*.sql` on; `PRAGMA user_version` counts those that a casefile has."""
