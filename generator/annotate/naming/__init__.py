"""How names are found: words, truecasing, phrases, kinds, tags, links between a name and its shorter forms.

In: sentences. Out: found names for `generator.annotate.names`. Never: sees another source.
"""
