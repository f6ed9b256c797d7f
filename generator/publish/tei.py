"""Every utterance that several witnesses tell, with its readings, as a critical apparatus in TEI.

The longest reading is the base text; an anchor stands where a place of variation begins or ends. Each place is an
`app` that leads to its anchors: `lem` holds the words of the base with the witnesses that have them, `rdg` what others
have there and how it differs. Behind them each reading stands as a whole, with its address on the site.

Source: TEI P5, chapter 12 (critical apparatus), double-end-point method.

In: a dossier, the gate, addresses of passages. Out: XML as bytes. Never: holds words that the gate withholds, or
compares a reading with a base that is withheld.
"""

from collections.abc import Iterable, Mapping, Sequence

from markupsafe import Markup

from generator.model import Actor, Dossier, Family, Quote, Record, SourceEntry, Span, Variant
from generator.publish import links
from generator.publish.escape import for_xml
from generator.publish.gate import Gate
from generator.publish.links import Passages
from generator.publish.pages.variants import (
    Telling,
    find_places,
    in_one_language,
    make_tellings,
    stance,
    told_within,
    trimmed,
)
from generator.publish.references import by_letter
from generator.publish.words import NOT_LISTED, SPEAKER_UNKNOWN, part_noun
from generator.spans import Range, witness

NAME = "utterances.tei.xml"
HEAD = Markup("""\
<?xml version="1.0" encoding="UTF-8"?>
<TEI xmlns="http://www.tei-c.org/ns/1.0">
<teiHeader>
<fileDesc>
<titleStmt><title>{title}: utterances and their readings</title></titleStmt>
<publicationStmt><p>Made by a program from the witnesses listed below. Their words belong to those who wrote and \
published them.</p></publicationStmt>
<sourceDesc><listWit>
{witnesses}
</listWit></sourceDesc>
</fileDesc>
<encodingDesc>
<variantEncoding method="double-end-point" location="external"/>
<editorialDecl><p>Compared are words, without punctuation and capitals; words in an editor’s brackets count as \
words. A reading in another language is not compared. The type of a reading is truncated, elided, substituted, \
inserted, reordered or indirect (told without quotation marks). A gap stands for words that may not be printed here. \
Where the witnesses name several speakers, all are listed before the text.</p></editorialDecl>
</encodingDesc>
</teiHeader>
<text><body>
{body}
</body></text>
</TEI>
""")
FAMILY = Markup("""\
<div type="utterance" xml:id="{id}">
<p>{speaker}</p>
<ab xml:lang="{language}" source="#{base}">{text}</ab>
{apparatus}{readings}
</div>""")
NO_FAMILIES = Markup("<p>No utterance was found with more than one witness.</p>")
SHORTER = "elided"  # of words missing with more around them
PART = Markup('<witDetail wit="#{}">other words for a part of this place{}</witDetail>')
GAP = Markup('<gap reason="withheld" unit="character" quantity="{}"/>')


class Shelf(Record, frozen=True, kw_only=True):
    """What families are printed with: the gate, addresses, actors and quotes by id, the name of each witness."""

    gate: Gate
    passages: Passages
    actors: Mapping[str, Actor]
    quotes: Mapping[str, Quote]
    names: Mapping[str, str]

    def name(self, span: Span) -> str:
        """The name of the witness that a span stands in, as the list of witnesses has it."""
        return self.names[witness(span)]


def tei_xml(dossier: Dossier, gate: Gate, passages: Passages) -> bytes:
    """All families in the order of their ids."""
    quotes = {quote.id: quote for quote in dossier.quotes}
    told = {witness(quotes[id]) for family in dossier.families for id in family.quotes}
    shelf = Shelf(
        gate=gate,
        passages=passages,
        actors={actor.id: actor for actor in dossier.actors},
        quotes=quotes,
        names={id: name for source in dossier.sources for id, name in name_witnesses(source)},
    )
    written = HEAD.format(
        title=for_xml(dossier.title),
        witnesses=lines(write_witness(source, told) for source in by_letter(dossier.sources)),
        body=lines(write_family(family, shelf) for family in dossier.families) or NO_FAMILIES,
    )
    return str(written).encode()


def lines(pieces: Iterable[Markup]) -> Markup:
    """Pieces of XML, each on a line of its own."""
    return Markup("\n").join(pieces)


def name_witnesses(source: SourceEntry) -> list[tuple[str, str]]:
    """Each witness of a source with its name: the letter, and for an item of a collection its number behind a stop."""
    items = [(f"{source.id}#{part.id}", f"{source.siglum}.{n}") for n, part in enumerate(source.parts, start=1)]
    return [(source.id, source.siglum), *items]


def write_witness(source: SourceEntry, told: set[str]) -> Markup:
    """A source, and those items of a collection that have a reading."""
    (_, letter), *parts = name_witnesses(source)
    noun = part_noun(source)
    items = [
        Markup('<witness xml:id="{}">{} {}</witness>').format(name, noun, name.partition(".")[2])
        for id, name in parts
        if id in told
    ]
    nested = Markup("<listWit>{}</listWit>").format(lines(items)) if items else Markup()
    address = f"../{links.source(source.id)}"
    return Markup('<witness xml:id="{}"><ref target="{}">{}</ref>{}</witness>').format(
        letter, for_xml(address), for_xml(source.label), nested
    )


def write_family(family: Family, shelf: Shelf) -> Markup:
    """One utterance: its base, its places of variation, its readings."""
    base = shelf.quotes[family.base]
    tellings = make_tellings(family, shelf.quotes, shelf.gate.language(base))
    compared = [one for one in tellings if shelf.gate.allows(base) and in_one_language(shelf.gate, one.first, base)]
    places = find_places(compared, base)
    apps = lines(write_place(family, base, place, places[place], compared, shelf) for place in places)
    return FAMILY.format(
        id=family.id,
        speaker=for_xml(name_speaker(family, shelf)),
        language=for_xml(shelf.gate.language(base)),
        base=shelf.name(base),
        text=write_base(family, base, places, shelf.gate),
        apparatus=Markup("<listApp>\n{}\n</listApp>\n").format(apps) if apps else Markup(),
        readings=lines(write_reading(quote, shelf) for quote in (shelf.quotes[id] for id in family.quotes)),
    )


def name_speaker(family: Family, shelf: Shelf) -> str:
    """Who speaks, where that is known and the site lists them; where the witnesses differ, who has which."""
    by_speaker: dict[str, dict[str, None]] = {}
    for quote in (shelf.quotes[id] for id in family.quotes):
        if quote.speaker:
            by_speaker.setdefault(quote.speaker, {})[shelf.name(quote)] = None
    if len(by_speaker) > 1:
        return "; ".join(f"{called(id, shelf)} ({', '.join(names)})" for id, names in by_speaker.items())
    speaker = family.speaker or next(iter(by_speaker), None)
    return SPEAKER_UNKNOWN if speaker is None else called(speaker, shelf)


def called(speaker: str, shelf: Shelf) -> str:
    """A speaker's name, where the site lists them."""
    actor = shelf.actors[speaker]
    return actor.name if actor.published else NOT_LISTED


def write_base(family: Family, base: Quote, places: Iterable[Range], gate: Gate) -> Markup:
    """The words of the longest reading, with an anchor wherever a place begins or ends."""
    if not gate.allows(base):
        return GAP.format(base.end - base.start)
    text, at = Markup(), base.start
    for edge in sorted({edge for place in places for edge in place}):
        text += for_xml(base.text[at - base.start : edge - base.start])
        text += Markup('<anchor xml:id="{}"/>').format(anchor(family, base, edge))
        at = edge
    return text + for_xml(base.text[at - base.start :])


def anchor(family: Family, base: Quote, edge: int) -> str:
    """The id of a place in a base."""
    return f"{family.id}.{edge - base.start}"


def write_place(
    family: Family,
    base: Quote,
    place: Range,
    variants: Sequence[tuple[Telling, Variant]],
    tellings: Sequence[Telling],
    shelf: Shelf,
) -> Markup:
    """One place of variation: the words of the base with who has them, then each other wording.

    Who has other words for a part of the place is named: those words stand at a place of their own.
    """
    varying = {id(telling) for telling, _ in variants}
    others = [one for one in tellings if id(one) not in varying]
    told = {name: [one for one in others if stance(one, place) == name] for name in ("agrees", "none", "in part")}
    names = list(dict.fromkeys(f"#{shelf.name(quote)}" for quote in (base, *(one.first for one in told["agrees"]))))
    readings = lines(
        [
            *(
                write_variant(telling, variant.kind, write_words(trimmed(variant.reading), shelf.gate), shelf)
                for telling, variant in variants
            ),
            *(write_variant(one, SHORTER, Markup(), shelf) for one in told["none"]),
            *(PART.format(shelf.name(one.first), write_part(one, place, shelf.gate)) for one in told["in part"]),
        ]
    )
    return Markup('<app from="#{}" to="#{}">\n<lem wit="{}">{}</lem>\n{}\n</app>').format(
        anchor(family, base, place[0]),
        anchor(family, base, place[1]),
        " ".join(names),
        for_xml(base.text[place[0] - base.start : place[1] - base.start].strip()),
        readings,
    )


def write_part(telling: Telling, place: Range, gate: Gate) -> Markup:
    """What a telling tells of a part of a place in its own words."""
    own = [write_words(trimmed(one.reading), gate) for one in told_within(telling, place)]
    return Markup(", without quotation marks: ") + Markup(" … ").join(own) if own else Markup()


def write_variant(telling: Telling, kind: str, words: Markup, shelf: Shelf) -> Markup:
    """What one witness has at a place."""
    return Markup('<rdg wit="#{}" type="{}">{}</rdg>').format(shelf.name(telling.first), kind, words)


def write_words(span: Span, gate: Gate) -> Markup:
    """A span's words, a gap where they may not be printed, nothing where there are none."""
    text = gate.text(span) if span.text else ""
    return GAP.format(span.end - span.start) if text is None else for_xml(text)


def write_reading(quote: Quote, shelf: Shelf) -> Markup:
    """A whole reading with the address of its passage."""
    return Markup('<cit><quote xml:lang="{}" source="#{}">{}</quote><ptr target="{}"/></cit>').format(
        for_xml(shelf.gate.language(quote)),
        shelf.name(quote),
        write_words(quote, shelf.gate),
        for_xml(f"../{shelf.passages.url(quote)}"),
    )
