"""How fast the generator is beside its peers, and how its work grows; all measured side by side in one run.

Only ratios and exponents are kept: seconds belong to one machine on one day.
"""
