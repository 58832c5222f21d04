"""How chunks are found again. Everything here can be rebuilt from the store of record."""
