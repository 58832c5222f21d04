"""Lists that documents print, and which of them a question asks for."""
