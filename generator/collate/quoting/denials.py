"""Whether one of two wordings denies what the other one says ("it is not true that the pier is safe").

In: two wordings, a language; or words of matter. Out: yes or no. Never: says which of the two is right.
"""

from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise

from generator.collate.quoting.alignment import matching_blocks
from generator.collate.quoting.wordings import Wording
from generator.language.reports import is_negation, report_words

BETWEEN = 3  # words between those that both have that turn them ("did not"): more, and they are a thought of their own
BEHIND = 4  # words behind what is denied in which the denial stands ("... is a plain lie")


def is_denied(a: Wording, b: Wording, language: str) -> bool:
    """Whether just one of two wordings sets a word of denial around or between the words that both have.

    Around them it counts in their sentence.
    """
    blocks = matching_blocks(a.words, b.words)
    if not blocks:
        return False
    (first_a, first_b, _), (last_a, last_b, length) = blocks[0], blocks[-1]
    ours = turns(a, first_a, last_a + length, language)
    if ours != turns(b, first_b, last_b + length, language):
        return True
    gaps = ((one[0] + one[2], two[0], one[1] + one[2], two[1]) for one, two in pairwise(blocks))
    return any(
        max(q - p, s - r) <= BETWEEN and is_turning(a.words[p:q], language) != is_turning(b.words[r:s], language)
        for p, q, r, s in gaps
    )


def turns(wording: Wording, first: int, last: int, language: str) -> bool:
    """Whether a word of denial stands before some words of a wording, or says so right behind them."""
    starts = sorted(wording.starts)
    index = bisect_right(starts, first)
    before = wording.words[starts[index - 1] if index else 0 : first]
    end = starts[index] if (index := bisect_right(starts, last)) < len(starts) else len(wording.words)
    behind = () if last in wording.starts else wording.words[last : min(end, last + BEHIND)]
    return is_turning(before, language) or any(word in report_words(language).denials for word in behind)


def is_turning(words: Sequence[str], language: str) -> bool:
    """Whether some of the words turn what they stand with."""
    denials = report_words(language).denials
    return any(is_negation(word, language) or word in denials for word in words)
