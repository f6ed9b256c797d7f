"""What a source calls someone beside the name: "spokeswoman", "Secretary of State", "a baker from Ulm".

In: a line and a name in it. Out: ranges of the stored text, the acronym in brackets behind it. Never: a description of
what it is not said of.
"""

from collections.abc import Iterator, Sequence

from generator.annotate.naming.phrases import Piece
from generator.annotate.naming.runs import ARTICLES
from generator.annotate.naming.tokens import HYPHENS, Line, Token
from generator.annotate.naming.truecase import is_common
from generator.language.names import NameWords, name_words

Range = tuple[int, int]

LONGEST_COMPOUND = 3  # nouns before a role: "harbour works manager"
LONGEST_APPOSITION = 14  # tokens: what is longer is a clause rather than a description
OPENING_WORDS = 3  # of an apposition: a verb of action among them makes it a clause
LONGEST_OPENING = 5  # tokens before a name at a sentence's beginning: "According to the harbour master"
OPENING = frozenset({"to", "in", "at", "on", "from", "near", "for", "with", "by", "under", "like", "unlike", "of"})
OPENING_PAIRS = frozenset({"according", "thanks", "due", "contrary", "next", "because", "speaking", "close"})
SMALL = ARTICLES | {"and", "to"}
BEHIND_A_NOUN = frozenset({"of", "from", "at", "for", "in", "with", "who", "and", "on", "to", "that", "which"})
INSIDE = frozenset({"-", "‐", "’", "'", "&"})
SUBJECTS = frozenset({"i", "we", "you", "he", "she", "they"})
DETERMINERS = frozenset({"the", "a", "an", "his", "her", "their"})
ENGLISH = "en"
AUXILIARIES = frozenset({"is", "was", "has", "had", "will", "would"})
KEPT = frozenset({"former", "then"})  # function words that belong to a role
LONGEST_ANNOUNCED = 9  # tokens
CLOSING = frozenset({",", ".", ")"})
WHOSE = frozenset({"its", "their"})
JOINING = frozenset({"and", "or", "y", "e", "et", "und", "oder", "ou", "o"})  # then it may be a list
ACRONYM_LENGTH = range(2, 9)


def descriptions_of(line: Line, piece: Piece) -> tuple[Range, ...]:
    """The descriptions before and behind the name."""
    words = name_words(line.language)
    apposition = () if opens_adverbial(line.tokens, piece.first, words) else behind(line.tokens, piece.last, words)
    return (*before(line.tokens, piece, words), *announced(line.tokens, piece, words), *apposition)


def before(tokens: Sequence[Token], piece: Piece, words: NameWords) -> Iterator[Range]:
    """The role or body directly before the name, with what belongs to it."""
    end = piece.first
    if end > 1 and tokens[end - 1].text == "." and tokens[end - 2].lower in words.short_roles:
        end -= 1
    while end > 0 and tokens[end - 1].lower in words.courtesy:
        end -= 1
    head = role_head(tokens, end, words)
    if head is None:
        return
    start = head
    while start > 0 and belongs_before(tokens, start - 1, head, words):
        start -= 1
    while tokens[start].kind != "word":
        start += 1
    cut_short = tokens[end - 1].lower in words.short_roles and tokens[end].text == "."
    if not (cut_short and start == end - 1) and not is_of_another(tokens, (start, end), piece, words):
        yield tokens[start].start, tokens[end if cut_short else end - 1].end


def is_of_another(tokens: Sequence[Token], role: Range, piece: Piece, words: NameWords) -> bool:
    """Whether the name behind it is no bearer of the role: "the judge Lind had named fell", "want to count Lind".

    A surname alone behind an article is rather the subject of a clause of its own where an auxiliary follows.
    """
    start, end = role
    if words.language != ENGLISH or not start or not tokens[end - 1].text.islower():
        return False
    before, after = tokens[start - 1].lower, tokens[piece.last : piece.last + 1]
    clause = before in words.definite and piece.last - piece.first == 1 and after and after[0].lower in AUXILIARIES
    return bool(clause) or (before == "to" and end - start == 1 and tokens[start].lower in words.verbs)


def announced(tokens: Sequence[Token], piece: Piece, words: NameWords) -> Iterator[Range]:
    """What is said with its article before a name that stands between commas: "La ministre du Pain, Ida Lind, ..."."""
    comma, after = piece.first - 1, tokens[piece.last : piece.last + 2]
    if comma < 1 or tokens[comma].text != "," or not after or after[0].text not in CLOSING:
        return
    if len(after) > 1 and after[1].lower in JOINING:
        return
    start = next(
        (at for at in range(comma - 1, max(0, comma - LONGEST_ANNOUNCED), -1) if is_told(tokens, at, words)), 0
    )
    inside = tokens[start + 1 : comma]
    clause = any(token.kind == "mark" or token.lower in words.acting or token.lower in words.verbs for token in inside)
    if start and not clause:
        while start > 1 and belongs_before(tokens, start - 1, start, words):
            start -= 1
        yield tokens[start].start, tokens[comma - 1].end


def is_told(tokens: Sequence[Token], at: int, words: NameWords) -> bool:
    """Whether a role with a definite article stands there, or with a word for whose it is: "its director"."""
    role = tokens[at].lower in words.roles and tokens[at].lower not in words.organisation_heads
    first = at - 1
    while role and first > max(-1, at - LONGEST_COMPOUND) and belongs_before(tokens, first, at, words):
        first -= 1
    return role and first >= 0 and (tokens[first].lower in words.definite or tokens[first].lower in WHOSE)


def role_head(tokens: Sequence[Token], end: int, words: NameWords) -> int | None:
    """The number of the role's own word: directly before the name, or before "of State"."""
    at = end - 1
    if at > 0 and tokens[at - 1].lower in words.roles and is_small_adjective(tokens[at], words):
        return at - 1  # "l'ambasciatore danese Odd Lind"
    while at >= 0 and is_office_word(tokens[at].lower, words):
        at -= 1
    skipped = tokens[at + 1 : end]
    if at < 0 or tokens[at].possessive or (skipped and not is_office(skipped, words)):
        return None
    body = not skipped and tokens[at].lower in words.bodies and not tokens[at].capital
    return at if body or tokens[at].lower in words.roles else None


def is_small_adjective(token: Token, words: NameWords) -> bool:
    """Whether the word in small letters ends as adjectives do that stand behind their noun."""
    return token.text.islower() and token.spaced and token.lower.endswith(tuple(words.adjective_endings))


def is_office_word(word: str, words: NameWords) -> bool:
    """Whether the word may stand between a role and the name: "of", "State"."""
    return (word in words.offices or word in words.genitives or word in SMALL) and word not in words.roles


def is_office(tokens: Sequence[Token], words: NameWords) -> bool:
    """Whether the words go on after a role: "of State", "for Public Works"."""
    return tokens[0].lower in words.genitives and tokens[-1].lower in words.offices


def belongs_before(tokens: Sequence[Token], at: int, head: int, words: NameWords) -> bool:
    """Whether the word belongs to the role that follows it: a modifier, a nationality, a name ("Acme CEO")."""
    token, following = tokens[at], tokens[at + 1]
    glued = following.hyphened or following.text in HYPHENS
    if token.kind != "word":
        return token.text in HYPHENS and not token.spaced and following.hyphened
    if token.possessive or not (following.spaced or glued):
        return False
    if token.capital:
        small = token.lower in words.calendar or (token.lower in words.function_words and not token.acronym)
        return not small and (not token.fresh or token.lower in words.role_modifiers or not is_common(token, words))
    if token.lower in words.function_words and token.lower not in KEPT:
        return False
    groups = (words.role_modifiers, words.roles, words.state_bodies, words.state_body_modifiers, KEPT)
    belonging = any(token.lower in group for group in groups)
    noun = token.lower in words.common or tokens[head].lower in words.bodies
    near = head - at <= LONGEST_COMPOUND and token.lower not in words.verbs and not token.lower.endswith("ly")
    return belonging or token.hyphened or glued or (noun and near)


def opens_adverbial(tokens: Sequence[Token], first: int, words: NameWords) -> bool:
    """Whether the name ends what a preposition opens the sentence with: "According to Ann Lee, a ship sank"."""
    if words.language != ENGLISH:
        return False
    opening = tokens[max(0, first - LONGEST_OPENING) : first]
    fresh = next((number for number, token in enumerate(opening) if token.fresh and token.kind == "word"), None)
    if fresh is None:
        return False
    rest = opening[fresh:]
    return rest[0].lower in OPENING or (len(rest) > 1 and rest[0].lower in OPENING_PAIRS and rest[1].lower in OPENING)


def behind(tokens: Sequence[Token], end: int, words: NameWords) -> Iterator[Range]:
    """An apposition between commas: "a baker from Ulm", "chairman of the board"; an age before it is passed over."""
    first = end + 1
    if first >= len(tokens) or tokens[end].text != ",":
        return
    if tokens[first].kind == "number" and first + 2 < len(tokens) and tokens[first + 1].text == ",":
        first += 2
    stop = apposition_end(tokens, first)
    if stop is not None and tokens[stop].text == "." and tokens[stop - 1].lower in words.short_roles:
        return  # "Ann Lee, Sen. Ida Holt and others": of the name behind it
    if stop is not None and is_apposition(tokens[first:stop], words):
        yield tokens[first].start, tokens[stop - 1].end


def apposition_end(tokens: Sequence[Token], first: int) -> int | None:
    """The number of the comma or full stop that closes it, None where something else does or it is too long."""
    for index in range(first, min(len(tokens), first + LONGEST_APPOSITION)):
        if tokens[index].kind == "mark" and tokens[index].text not in INSIDE:
            return index if tokens[index].text in {",", "."} and index > first else None
    return None


def is_apposition(tokens: Sequence[Token], words: NameWords) -> bool:
    """Whether it describes: "a ..." with a noun, or a role at its beginning; with a verb near it is a clause."""
    lower = [token.lower for token in tokens]
    if any(word in words.acting and word not in words.roles for word in lower[:OPENING_WORDS]):
        return False
    if opens_clause(lower[0], words) or (lower[0].endswith("ing") and lower[1:2] and lower[1] in DETERMINERS):
        return False  # "Ann Lee, I am a baker", "Ann Lee, beating the champion"
    noun = next((index for index, word in enumerate(lower) if index and ends_noun(word, words)), len(lower)) - 1
    if lower[0] in words.indefinite:
        return noun > 0 and (lower[noun] not in words.verbs or lower[noun] in words.roles)
    return lower[noun] in words.roles


def opens_clause(word: str, words: NameWords) -> bool:
    """Whether a word that opens a description would make it a clause: "but", "we"; an article or "former" does not."""
    if word in SUBJECTS or word not in words.function_words:
        return word in SUBJECTS
    kept = (words.definite, words.indefinite, DETERMINERS, KEPT, words.roles, words.role_modifiers)
    return not any(word in some for some in kept)


def ends_noun(word: str, words: NameWords) -> bool:
    """Whether what is called someone ends before this word: "director of the mill", "directrice du moulin"."""
    small = word in words.function_words and word not in KEPT and words.language != ENGLISH
    return word in BEHIND_A_NOUN or small


def bracketed(tokens: Sequence[Token], end: int) -> str | None:
    """The acronym in brackets directly behind the name."""
    following = [token.text for token in tokens[end : end + len(("(", "ABC", ")"))]]
    if len(following) < len(("(", "ABC", ")")) or following[0] != "(" or following[2] != ")":
        return None
    acronym = following[1].replace(".", "")
    return acronym if acronym.isalpha() and acronym.isupper() and len(acronym) in ACRONYM_LENGTH else None
