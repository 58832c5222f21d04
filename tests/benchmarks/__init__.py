"""How fast the application is, as figures; nothing here passes or fails."""
