"""What the generator knows of languages: lexicons as data files, one folder a matter and one file a language.

In: a BCP 47 tag. Out: words. Never: a word of any dossier's matter.
"""
