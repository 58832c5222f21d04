"""How fast the application is and how well it finds, as figures; only the measuring itself is tested."""
