"""How the bundled cross-encoder was made: `python -m index.training.cross --data DIR --out index/model`.

Nothing here is imported when Wence runs. It learns from the questions of `index.training`, with the
table that is made there.
"""
