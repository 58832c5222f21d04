"""Rows of numbers made comparable."""

from __future__ import annotations

import numpy as np

from index.protocols import Vectors


def unit(vectors: Vectors) -> Vectors:
    """Each row at length one; rows of zeros, or with values that are no numbers, become zeros."""
    clean = np.nan_to_num(vectors, nan=0.0, posinf=0.0, neginf=0.0)
    lengths = np.linalg.norm(clean, axis=1, keepdims=True)
    scaled: Vectors = np.divide(clean, lengths, out=np.zeros_like(clean), where=lengths > 0)
    return scaled
