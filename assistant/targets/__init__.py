"""Tables of targets over the library's documents, and what they are taken away as."""

from assistant.targets.models import Agreement, Order, TargetRow, TargetTable
from assistant.targets.table import targets

__all__ = ["Agreement", "Order", "TargetRow", "TargetTable", "targets"]
