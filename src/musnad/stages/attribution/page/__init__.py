"""A page made ready: its words and signs, what stands on and beside them, and which of them are verbs or deeds."""
