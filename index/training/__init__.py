"""How the bundled embedding model was made: `python -m index.training --data DIR --out index/model`.

Nothing here is imported when Wence runs. The data stay outside the repository;
only the learned table and its tokenizer are kept.
"""
