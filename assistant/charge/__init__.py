"""Who is in charge, and what a body has to do."""
