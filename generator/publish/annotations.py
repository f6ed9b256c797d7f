"""Every passage on which a finding rests, as a W3C Web Annotation: where it stands, and the words around it.

Source: W3C Web Annotation Data Model and Vocabulary (Recommendations, 2017). Three keys are the site's own, in the
namespace `microsite`: `sha256` of the file, `withheld` with the SHA-256 of the words that a source's mode withholds,
and `WithheldQuoteSelector`, which a TextQuoteSelector becomes where its very quotation is withheld.

In: a dossier, the gate. Out: JSON-LD as bytes. Never: holds words that the gate withholds, not even a few.
"""

import hashlib
from urllib.parse import quote

from generator.model import Dossier, Sentence, SourceEntry, Span
from generator.publish import links
from generator.publish.gate import Gate
from generator.publish.json_bytes import Fields, as_json
from generator.publish.references import by_letter
from generator.publish.selectors import Selector

NAME = "annotations.json"
NAMESPACE = "urn:x-microsite:"  # an annotation's own keys need some namespace; nobody looks this one up
CONTEXT = ("http://www.w3.org/ns/anno.jsonld", {"@base": "../", "microsite": NAMESPACE})  # ids begin at the site's root
SHA256, WITHHELD = "microsite:sha256", "microsite:withheld"
QUOTE, WITHHELD_QUOTE, POSITION = "TextQuoteSelector", "microsite:WithheldQuoteSelector", "TextPositionSelector"


def annotations_json(dossier: Dossier, gate: Gate) -> bytes:
    """One annotation for each passage, by the source's letter and in text order; their ids are its addresses."""
    items = [
        annotate_passage(source, passage, gate)
        for source in by_letter(dossier.sources)
        for passage in gate.used_sentences(source.id)
    ]
    page = {"id": f"{links.data(NAME)}#all", "type": "AnnotationPage", "startIndex": 0, "items": items}
    return as_json(
        {
            "@context": CONTEXT,
            "id": links.data(NAME),
            "type": "AnnotationCollection",
            "label": dossier.title,
            "total": len(items),
            "first": page,
        }
    )


def annotate_passage(source: SourceEntry, passage: Sentence, gate: Gate) -> Fields:
    """The annotation of a passage: its address, its source's file, and how it is found in that."""
    selector = gate.selectors.of(passage)
    file: Fields = {"id": f"seeds/{quote(source.file)}", "type": "Text", SHA256: selector.sha256}
    if source.url:
        file["via"] = source.url
    return {
        "id": links.passage(source.id, passage.id),
        "type": "Annotation",
        "motivation": "identifying",
        "target": {
            "type": "SpecificResource",
            "source": file,
            "selector": [
                quote_selector(selector, gate),
                {"type": POSITION, "start": selector.start, "end": selector.end},
            ],
        },
    }


def quote_selector(selector: Selector, gate: Gate) -> Fields:
    """The words of a passage and those around it, of what is withheld the hash alone."""
    places = {"exact": (selector.start, selector.end), "prefix": selector.before, "suffix": selector.after}
    words = {"exact": selector.exact, "prefix": selector.prefix, "suffix": selector.suffix}
    printed: Fields = {}
    withheld: dict[str, str] = {}
    for name, (start, end) in places.items():
        span = Span(source=selector.source, part=None, start=start, end=end, text=words[name])
        if gate.grants(span) or not span.text.strip():
            printed[name] = span.text
        else:
            withheld[name] = hashlib.sha256(span.text.encode()).hexdigest()
    kind = QUOTE if "exact" in printed else WITHHELD_QUOTE
    return {"type": kind, **printed, **({WITHHELD: withheld} if withheld else {})}
