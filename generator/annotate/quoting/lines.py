"""A block ready to be read as the writer's sentences: tokens with their roles, and the words of the language.

In: a block with its passages. Out: a line. Never: a word from inside a quotation.
"""

from bisect import bisect_left
from collections.abc import Sequence

from generator.annotate.quoting.blocks import Block
from generator.annotate.quoting.marks import Passage
from generator.annotate.quoting.roles import Role, find_roles
from generator.annotate.quoting.tokens import Token, find_tokens
from generator.language.speech import Speech, VerbForm, according_phrases, cue_forms, speech
from generator.model import Record


class Line(Record, frozen=True, kw_only=True):
    """A block ready to be read. `firsts` is the index of the first token of each sentence, `worded` the sentences that
    hold a word of the writer's, `leads` phrases such as "according to" by their first word."""

    tokens: tuple[Token, ...]
    roles: tuple[Role, ...]
    passages: tuple[Passage, ...]
    firsts: tuple[int, ...]
    worded: frozenset[int]
    words: Speech
    forms: dict[str, VerbForm]
    leads: dict[str, tuple[tuple[str, ...], ...]]

    def within(self, index: int, sentence: int) -> bool:
        """Whether there is a token with this index in the sentence."""
        return 0 <= index < len(self.tokens) and self.tokens[index].sentence == sentence

    def role(self, index: int, sentence: int) -> Role:
        """The role of a token of the sentence; beyond its ends everything stops."""
        return self.roles[index] if self.within(index, sentence) else "stop"

    def text(self, index: int) -> str:
        """The text of a token, empty beyond the last one."""
        return self.tokens[index].text if 0 <= index < len(self.tokens) else ""

    def first(self, index: int) -> int:
        """The first token of the sentence of a token."""
        return self.firsts[self.tokens[index].sentence]

    def is_participle(self, index: int) -> bool:
        """Whether a participle that reports stands at a token: "adding"."""
        form = self.forms.get(self.tokens[index].word)
        return form is not None and form.shape == "participle"

    def is_predicate(self, index: int) -> bool:
        """Whether a token is the verb of a clause, as far as lists and endings tell."""
        token = self.tokens[index]
        joins = token.word in self.words.subordinators or token.word in self.words.relatives
        return token.is_word and self.roles[index] == "stop" and not joins


def read_line(text: str, block: Block, passages: Sequence[Passage]) -> Line:
    """A block whose passages are known."""
    words, forms = speech(block.language), cue_forms(block.language)
    tokens = find_tokens(text, block, passages)
    sentences = tokens[-1].sentence + 1 if tokens else 0
    return Line(
        tokens=tokens,
        roles=find_roles(tokens, words, forms),
        passages=tuple(passages),
        firsts=tuple(bisect_left(tokens, number, key=lambda token: token.sentence) for number in range(sentences)),
        worded=frozenset(token.sentence for token in tokens if token.is_word),
        words=words,
        forms=forms,
        leads=according_phrases(block.language),
    )
