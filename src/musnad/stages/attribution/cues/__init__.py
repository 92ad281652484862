"""Which words attribute, what they govern, and where they open a content."""
