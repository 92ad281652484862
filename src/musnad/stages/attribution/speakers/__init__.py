"""Who speaks in a sentence: the subject before or behind a verb, whoever acts in its clause, and who is spoken to."""
