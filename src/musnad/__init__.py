"""Musnad: who said what, through whom, in Arabic news."""

__version__ = "0.1.0"
