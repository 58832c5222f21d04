"""Do the documents answer this, or only something near it."""
