"""The names that Musnad knows, as a person asks for them, adds to them and finds what they lack."""
