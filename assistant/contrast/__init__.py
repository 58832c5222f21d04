"""Documents side by side: a table of what each says on each topic, and what a new version changes."""

from assistant.contrast.comparing import compared
from assistant.contrast.documents import named
from assistant.contrast.models import Change, ChangeKind, Contrast, Kept, Revision
from assistant.contrast.paper import of_comparison

__all__ = ["Change", "ChangeKind", "Contrast", "Kept", "Revision", "compared", "named", "of_comparison"]
