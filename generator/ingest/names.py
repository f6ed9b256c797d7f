"""Tells whether a few words are a row of names, as bylines and credits hold them.

In: a passage of one line. Out: a truth value. Never: finds names in running text, knows any.
"""

import re

BETWEEN = re.compile(r"[\s/|,;&©:–—]+|(?<=\w)-(?=\w)")
AROUND = "().[]\"“”'’*_"


def is_names(text: str, among: frozenset[str], most: int) -> bool:
    """Whether all words are capitalised, handles or years, or lower-case ones listed in `among`; one name at least.

    >>> is_names("Ann van der Lee / Agency", frozenset({"van", "der"}), 9), is_names("Ann sings", frozenset(), 9)
    (True, False)
    """
    words = [word.strip(AROUND) for word in BETWEEN.split(text)]
    words = [word for word in words if word]
    names = [word for word in words if word[0].isupper() or word[0] == "@"]
    rest = [word for word in words if not (word[0].isupper() or word[0] == "@" or word.isdigit())]
    return bool(names) and len(words) <= most and all(word.casefold() in among for word in rest)
