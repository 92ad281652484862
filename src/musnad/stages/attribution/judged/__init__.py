"""How the teller puts a content and what he says has become of it: stance, status, the predicate they turn on."""
