"""Quotes made from lines of "speaker: words", without the stages before them."""

from making import make_source

from generator.model import AnnotatedSource, PublicationDate, Quote


def make_quotes(witness: str, lines: list[str]) -> list[Quote]:
    """The quotes of a witness, with ids such as q-a1; "?" is a speaker not known, "+" goes on with the one before."""
    quotes: list[Quote] = []
    at, utterance = 0, ""
    for number, line in enumerate(lines, start=1):
        speaker, _, words = line.partition(": ")
        id = f"q-{witness}{number}"
        utterance = utterance if speaker.startswith("+") else id
        speaker = speaker.removeprefix("+ ")
        known = None if speaker == "?" else speaker
        quotes.append(
            Quote(
                source=witness,
                part=None,
                start=at,
                end=at + len(words),
                text=words,
                id=id,
                utterance=utterance,
                kind="direct",
                speaker=known.lower() if known else None,
                speaker_text=known,
                speaker_span=None,
                via=(),
                cue=None,
                cue_span=None,
                family=None,
                curated=None,
            )
        )
        at += len(words) + 1
    return quotes


def make_reading(witness: str, lines: list[str], day: str | None) -> AnnotatedSource:
    """A source that holds the quotes' words, published on a day, or on no day that is known."""
    published = PublicationDate(edtf=day, basis="stated", why="The text says so.", span=None) if day else None
    return AnnotatedSource(
        source=make_source("\n".join(line.partition(": ")[2] for line in lines), id=witness, published=published),
        sentences=(),
        expressions=(),
        candidates=(),
        mentions=(),
        descriptions=(),
        quotations=(),
    )
