"""How far what was said runs: to another opening, to where the page tells on, through lists and over sentences."""
