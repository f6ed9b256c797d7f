"""Full names that differ in the given name alone, of which one is short for the other: "Bill Lind", "William Lind".

In: the comparison forms of people. Out: pairs of them. Never: looks beyond the given name.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator

from generator.language.nicknames import nickname_pairs


def nicknames(people: Collection[str]) -> Iterator[tuple[str, str, bool]]:
    """Such pairs, sorted, each with whether nobody else of that surname fits either of the two.

    >>> list(nicknames(["bill lind", "william lind", "jo lind"]))
    [('bill lind', 'william lind', True)]
    >>> list(nicknames(["ed lind", "edgar lind", "edward lind"]))
    [('ed lind', 'edgar lind', False), ('ed lind', 'edward lind', False)]
    """
    families: dict[str, list[str]] = defaultdict(list)
    for form in sorted(people):
        given, *rest = form.split()
        if rest:
            families[" ".join(rest)].append(given)
    for surname, given_names in families.items():
        pairs = [(short, full) for short in given_names for full in given_names if (short, full) in nickname_pairs()]
        counted = Counter(name for pair in pairs for name in pair)
        for short, full in pairs:
            yield f"{short} {surname}", f"{full} {surname}", counted[short] == counted[full] == 1
