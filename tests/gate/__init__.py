"""The gate: how good Musnad reads, measured against gold, and floors below which it must not fall."""
