"""What a document is, and how text becomes one. No models, no network, no index."""
