"""Which sentences answer, and which of their words are lit up."""
