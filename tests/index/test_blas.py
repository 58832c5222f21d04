"""Small products run on one thread, and all others as before."""

from __future__ import annotations

import numpy as np
from threadpoolctl import threadpool_info

from index.blas import on_one_thread


def threads() -> list[int]:
    """Those of numpy alone: other libraries in the process bring BLAS of their own."""
    return [
        pool["num_threads"] for pool in threadpool_info() if pool["user_api"] == "blas" and "numpy" in pool["filepath"]
    ]


def test_one_thread_within_and_as_many_as_before_afterwards() -> None:
    np.ones((8, 8)) @ np.ones((8, 8))
    before = threads()
    assert before
    with on_one_thread():
        assert set(threads()) == {1}
        with on_one_thread():
            assert set(threads()) == {1}
        assert set(threads()) == {1}
    assert threads() == before
