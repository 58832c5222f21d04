"""What documents state, by rule: targets, deadlines, who is responsible, funds, basis, repeals.

Every fact carries the clause it stands in and the stretch of the source that prints it.
Nothing here judges whether a statement is true or in force.
"""

from corpus.facts.extraction import facts_of, targets_in

__all__ = ["facts_of", "targets_in"]
