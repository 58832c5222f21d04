"""Where answers are looked up: routed searches, how much words tell, and places."""
