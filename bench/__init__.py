"""How fast Musnad reads."""
