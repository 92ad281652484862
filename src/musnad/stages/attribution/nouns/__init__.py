"""Noun phrases as newsrooms write them: where one begins and ends, and what may stand inside it."""
