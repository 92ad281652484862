"""Whom a source phrase names: what kind of link, which person, body or outlet, and who has issued a paper."""
