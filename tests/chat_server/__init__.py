"""A stand-in for chat model services: the real protocols over a real socket, well and badly behaved."""
