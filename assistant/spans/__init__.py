"""Where in the evidence the answer stands: parts of sentences, what tells of them, the run that answers.

How likely each part answers is learned from real questions about government
notices (`training.py`); what is learned is a small file of weights, read by numpy.
"""
