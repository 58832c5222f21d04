"""Two things compared within one document."""
