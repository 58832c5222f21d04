"""Answers on a document itself: its fields, its outline, its force."""
