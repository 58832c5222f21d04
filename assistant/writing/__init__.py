"""A chat model as the writer of answers: what it is sent, how its words are read, and what is done when it fails."""
