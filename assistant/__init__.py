"""What is said about the documents, and on what ground."""
