"""How sure it is that the sentences that were chosen answer what was asked.

Rules refuse what plainly lacks a value, a year or a place (`assistant/answerable`). A
neighbour that shares words with the question passes them all. What tells such a one
from an answer is learned from questions whose clause was taken out of the library.
"""
