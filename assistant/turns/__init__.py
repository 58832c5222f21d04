"""A conversation from turn to turn: what a further turn means beside those before it."""
