"""A hand-written page is printed as it was written, but for its citations; and no false quotation gets through."""

import re

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rendered import Reader, fold, render
from small_dossier import actor, at, dossier, event, family, quote, read, to

from generator.model import ActorMention, AnnotatedSource, Cluster, Dossier, HandPage, Reuse
from generator.publish import publish
from generator.publish.front_matter import split_front_matter, with_front_matter
from generator.publish.gate import Gate
from generator.publish.handpages import find_cited, find_located, find_quoted, place_page, prove_page
from generator.publish.links import Passages
from generator.publish.pages.catalogue import make_catalogue
from generator.publish.proofs import make_shelf
from generator.publish.shares import SHORT_WORDS

OPENED = "The new bakery on the old quay opened its\xa0doors."
SELLS = "It sells rye bread, wheat bread and a loaf that has no *name* yet."
QUAY = f"{OPENED}\n{SELLS}\n"
HARBOUR = "Harbour letter.\nThe bakery “opened its doors” on the quay.\nOn y vend du pain de seigle, l'été aussi.\n"
LETTER = (
    '<a class="d-sig" href="{}" aria-label="{}"><span class="d-sw" data-s="{}" aria-hidden="true"></span><b>{}</b></a>'
)


FALSE = "does not stand so in the source “quay”; nearest: “opened its doors.” (characters 31–48)."


def readings(**modes: str) -> list[AnnotatedSource]:
    quay = read(QUAY, "quay", label="Quay & Co", max_share=1.0, mode=modes.get("quay", "excerpt"))
    harbour = read(HARBOUR, "harbour", language="fr", max_share=1.0, mode=modes.get("harbour", "excerpt"))
    return [quay, harbour]


def place(
    text: str, *, file: str = "pages/index.md", found: Dossier | None = None, **modes: str
) -> tuple[str, list[str]]:
    """The Markdown of a page, and its problems in words."""
    sources = readings(**modes)
    return place_in(text, sources, found or dossier(sources), file=file)


def place_in(
    text: str, sources: list[AnnotatedSource], found: Dossier, *, file: str = "pages/index.md"
) -> tuple[str, list[str]]:
    """The same for any sources; what a story lacks is looked at elsewhere."""
    page = prove_page(HandPage(file=file, text=text), make_shelf(sources))
    gate = Gate(found, sources, find_quoted(page), find_located(page))
    markdown, problems = place_page(page, make_catalogue(found, gate, Passages(sources)))
    lacking = ("This paragraph cites no source.", "its paragraph cites no source.")
    return markdown, [str(problem) for problem in problems if not any(words in str(problem) for words in lacking)]


def letter(id: str, siglum: str, label: str, words: str | None = None, root: str = "") -> str:
    """The letter that leads to a source, or to the passage with the words."""
    anchor = ""
    if words is not None:
        reading = next(reading for reading in readings() if reading.source.id == id)
        anchor = "#" + next(s.id for s in reading.sentences if s.start <= at(reading, words).start < s.end)
    said = f"{siglum}, {label}" + (": the passage" if anchor else "")
    return LETTER.format(f"{root}sources/{id}/{anchor}", said, siglum, siglum)


def test_a_citation_without_a_quotation_leads_to_the_source() -> None:
    text, problems = place("The bakery opened [@quay; @harbour].")
    assert problems == []
    assert (
        text == f"The bakery opened {letter('quay', 'A', 'Quay &#38; Co')}&#8239;{letter('harbour', 'B', 'Harbour')}."
    )


def test_a_quotation_is_printed_in_the_sources_voice_with_its_letter() -> None:
    text, problems = place('It "opened its doors", [@quay] then.')
    assert problems == []
    where = letter("quay", "A", "Quay &#38; Co", "opened")
    assert text == f'It <q lang="en">opened its\xa0doors</q>,&#8239;{where} then.'


def test_a_quotation_of_two_sources_stands_in_both() -> None:
    text, problems = place("It “opened\nits doors” [@quay; @harbour].", file="pages/more/how.md")
    assert problems == []
    assert [fold(part) for part in re.findall(r"<q.*?</q>", text)] == ['<q lang="en">opened its doors</q>']
    assert letter("quay", "A", "Quay &#38; Co", "opened", "../../") in text
    assert letter("harbour", "B", "Harbour", "opened", "../../") in text


def test_the_marks_of_the_writer_may_be_others_than_the_sources() -> None:
    text, problems = place("It says “bakery 'opened its doors' on” [@harbour] and “l’été aussi” [@harbour].")
    assert problems == []
    assert '<q class="d-single" lang="fr">bakery “opened its doors” on</q>' in text
    assert '<q lang="fr">l&#39;été aussi</q>' in text


def test_markdown_in_a_source_is_printed_as_it_stands() -> None:
    text, problems = place("It has “no \\*name\\* yet” [@quay], “no *name* yet” [@quay].")
    assert problems == []
    assert Reader(render(text)).text == "It has no *name* yet\u202fA, no *name* yet\u202fA."


def test_all_else_stays_as_it_was_written() -> None:
    written = (
        "---\ntitle: “T” [@quay]\n---\n# A\n\n- *b*\n\n      c\n\n“Not cited.” `“d” [@quay]`\n{: .e }\n\n[x](y.md)\n"
    )
    assert place(written) == (written, [])


@settings(deadline=None)
@given(text=st.text(alphabet=st.sampled_from("ab \n*_`#[]()\"'>-.:{}"), max_size=60))
def test_a_page_without_citations_is_never_changed(text: str) -> None:
    assert place(text) == (text, [])


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("# A\n\nIt “opened its door” [@quay].", 3, f"“opened its door” {FALSE}"),
        ("It\n“opened\nits window” [@quay].", 2, f"“opened its window” {FALSE}"),
        ("“Opened its doors” [@quay].", 1, "“Opened its doors” does not stand so"),
        ("“rye bread … no cake” [@quay].", 1, "“no cake”, a piece of “rye bread … no cake”, does not stand so in"),
        ("“kitchen cupboards” [@quay].", 1, "; nothing there is like it."),
        ("“rye bread” [@quay; @harbour].", 1, "does not stand so in the source “harbour”"),
        ("“rye bread” [@quai].", 1, "There is no source “quai”. Did you mean “quay”?"),
        ("So it is [@nobody-knows].", 1, "There is no source “nobody-knows”."),
        ("So it is [@quay, harbour].", 1, "“harbour” names no place in “quay”. Write [@id#3], [@id, item 3]"),
        ("rye bread” [@quay].", 1, "A quotation ends before this citation, but the paragraph has no opening mark"),
        ("> Rye cake\n> for all [@quay].", 2, "A block quotation ends with this citation. Set its words"),
        ("“rye bread” [ @quai ].", 1, "There is no source “quai”."),
        ("So it is [@].", 1, "This citation names no source. Cite it by its id alone: [@id] or [@a; @b]."),
        ("So it is [@x].", 1, "There is no source “x”. Cite it by its id alone: [@id] or [@a; @b]. The sources are"),
        ("“rye **bread**” [@quay].", 1, "Inside a quotation nothing may be set off, linked or added in brackets"),
        ("“[R]ye bread” [@quay].", 1, "Inside a quotation nothing may be set off, linked or added in brackets"),
        ("“l'e\u0301te\u0301” [@harbour].", 1, "Only its accents are stored in another way: copy it from the source."),
        ("'rye cake' [@quay].", 1, "“rye cake” does not stand so"),
        ("<q>rye cake</q> [@quay].", 1, "A quotation in HTML ends before this citation."),
        ("&ldquo;rye cake&rdquo;, [@quay].", 1, "A quotation in HTML ends before this citation."),
        ("\n---\ntitle: A\n---\n# B", 2, "Front matter begins in the first line of a page: remove what stands"),
        ("---\ntitle: A\nstory: perhaps\n---\n# B", 3, "`story` is true for a page that cites its sources"),
        ("---\ntitle: A\n# B", 1, "The front matter never ends. Set a line of three hyphens after it."),
        ("---\ntitle: [\n---\nA", 2, "The front matter (between the lines of three hyphens) is not YAML"),
        ("---\njust words\n---\nA", 2, "The front matter (between the lines of three hyphens) is not YAML"),
    ],
)  # fmt: skip
def test_what_does_not_hold_is_named_with_its_place(text: str, line: int, message: str) -> None:
    markdown, problems = place(text)
    assert markdown == text
    assert len(problems) == 1
    assert problems[0].startswith(f"pages/index.md:{line}: error: ") and message in problems[0]


def test_a_quotation_apart_from_its_citation_is_named() -> None:
    markdown, problems = place("So it is.\n\nIt “opened its door”, says a post [@quay].")
    assert "opened its door”, says a post" in markdown
    assert problems == [
        "pages/index.md:3: warning: “opened its door” is not checked: other words part it from the citation. "
        "Cite its source directly after it."
    ]


def test_of_a_pointer_a_message_names_the_nearest_place_alone() -> None:
    _, [problem] = place("It “opened its door” [@quay].", quay="pointer")
    assert "nearest: characters " in problem
    assert "doors" not in problem


def test_every_fault_of_a_page_is_named_at_once() -> None:
    _, problems = place("“rye cake” [@quay]\n\n“rye bread” [@quay]\n\n“wheat cake” [@quay] [@none]\n")
    assert [problem.partition(" error")[0] for problem in problems] == ["pages/index.md:1:"] + ["pages/index.md:5:"] * 2


def test_a_pointer_may_be_cited_but_not_quoted() -> None:
    text = "It “opened its doors” [@quay; @harbour]. So it is [@quay]."
    markdown, problems = place(text, quay="pointer")
    assert markdown.startswith("It “opened its doors” [@quay; @harbour]. So it is <a")
    assert len(problems) == 1
    assert (
        "pages/index.md:1: error: “opened its doors” stands in the source “quay”, but its mode “pointer”" in problems[0]
    )
    assert "seeds/sources.yml" in problems[0]


def test_a_quotation_past_the_sources_share_is_refused() -> None:
    sources = [read(QUAY, "quay", max_share=0.3)]
    _, [problem] = place_in(f"“{SELLS}” [@quay]", sources, dossier(sources))
    assert "its mode “excerpt” allows no more of its words" in problem


def test_a_quotation_in_furniture_gives_way_to_one_in_the_text() -> None:
    text = "Rye bread\nThe baker sells Rye bread here.\n"
    reading = read(text, "quay", mode="full")
    reading = msgspec.structs.replace(reading, sentences=reading.sentences[1:])
    page = prove_page(HandPage(file="pages/index.md", text="“Rye bread” [@quay]"), make_shelf([reading]))
    assert [anchor.start for anchor in find_cited(page)] == [text.rindex("Rye bread")]


def test_front_matter_is_split_from_its_page() -> None:
    assert split_front_matter("---\na: b\n---\nc") == ("---\na: b\n---\n", "c")
    assert split_front_matter("---\na: b\n...\nc") == ("---\na: b\n...\n", "c")
    assert split_front_matter("a\n---\nb\n---\n") == ("", "a\n---\nb\n---\n")
    assert split_front_matter("---\nnever closed\n") == ("", "---\nnever closed\n")


@settings(deadline=None)
@given(text=st.text(alphabet=st.sampled_from("-.\n a:"), max_size=40))
def test_front_matter_and_page_are_the_whole_text(text: str) -> None:
    assert "".join(split_front_matter(text)) == text


def test_a_persons_front_matter_is_laid_over_the_generated() -> None:
    made = '---\ntitle: "A &#38; B"\nhide:\n  - toc\n---\n# A\n'
    assert with_front_matter(made, "---\ntitle: Ours\ntags: [x]\n---\n", "f") == (
        "---\ntitle: Ours\nhide:\n- toc\ntags:\n- x\n---\n# A\n"
    )
    assert with_front_matter(made, "", "f") == "---\ntitle: A &#38; B\nhide:\n- toc\n---\n# A\n"
    assert with_front_matter("# A\n", "", "f") == "# A\n"


def test_a_site_has_its_pages_its_exports_and_its_hand_written_pages() -> None:
    sources = readings()
    found = dossier(sources, events=(event("e-1", at(sources[0], OPENED)),))
    pages = [
        HandPage(file="pages/index.md", text="---\ntitle: Ours\n---\n# The bakery\n\nIt “opened its doors” [@quay].\n"),
        HandPage(file="pages/method.md", text="# Method\n\n[home](index.md) [@harbour]\n"),
    ]
    site, problems = publish(found, sources, pages)
    assert problems == ()
    assert {"index.md", "timeline.md", "method.md", "sources/quay.md", "data/dossier.json", "data/schema.json"} <= set(
        site.files
    )
    assert list(site.files) == sorted(site.files)
    home = site.files["index.md"].decode()
    assert home.startswith("---\ntitle: Ours\n") and '<q lang="en">opened its\xa0doors</q>' in home
    assert "../sources/harbour/" in site.files["method.md"].decode()
    assert publish(found, sources, pages)[0] == site
    shown = {one["id"]: one["shown"] for one in msgspec.json.decode(site.files["data/dossier.json"])["sources"]}
    assert 0 == shown["harbour"] < shown["quay"] < 1


def test_no_word_of_a_pointer_and_no_withheld_sentence_reaches_any_file() -> None:
    pointer = read(QUAY, "quay", mode="pointer")
    text = (
        "A ferry brings flour every second day, unless wind and ice keep it away.\nIn winter nobody bakes after dusk, "
    )
    limited = read(f"{text}for lamp oil costs more than what is sold.\n", "harbour", max_share=0.0)
    sources, shortest = [pointer, limited], {"quay": 3, "harbour": SHORT_WORDS + 1}
    spans = [sentence for reading in sources for sentence in reading.sentences]
    found = dossier(
        sources,
        title="Bread",
        events=tuple(event(f"e-{n}", span) for n, span in enumerate(spans)),
        quotes=tuple(quote(f"q-{n}", span, family="f-1") for n, span in enumerate(spans)),
        families=(family("f-1", *(f"q-{n}" for n in range(len(spans)))),),
        actors=(actor("ida", descriptions=tuple(spans), mentions=(to(ActorMention, spans[0], how="description"),)),),
        reuse=(Reuse(a=spans[0], b=spans[2], similarity=0.9),),
        clusters=(Cluster(id="c-1", members=("harbour", "quay"), why="shared text", spans=tuple(spans), curated=None),),
    )
    site, problems = publish(found, sources, [])
    assert problems == ()
    for path, data in site.files.items():
        shown = fold(data.decode()) if path.endswith(".json") else fold(Reader(data.decode()).text)
        assert "place only" in shown or path not in ("timeline.md", "sources/quay.md", "sources/harbour.md")
        for reading in sources:
            words = fold(reading.source.text).split()
            length = shortest[reading.source.id]
            runs = {" ".join(words[at : at + length]) for at in range(len(words) - length + 1)}
            assert runs and not [run for run in runs if run in shown], path


def test_a_hand_written_page_may_not_have_the_name_of_a_generated_one() -> None:
    sources = readings()
    pages = [
        HandPage(file="pages/Timeline.md", text="# Mine\n"),
        HandPage(file="pages/sources/quay.md", text="# Mine\n"),
    ]
    site, problems = publish(dossier(sources), sources, pages)
    assert [str(problem) for problem in problems] == [
        f"{page.file}: error: This page would have the address of a page that the build makes. Give it another name."
        for page in pages
    ]
    assert "Mine" not in site.files["sources/quay.md"].decode()


def test_a_dead_link_of_a_hand_written_page_is_named_with_its_line() -> None:
    sources = readings()
    page = HandPage(file="pages/method.md", text="# Method\n\n[home](nowhere.md)\n")
    [problem] = publish(dossier(sources), sources, [page])[1]
    assert str(problem) == (
        "pages/method.md:3: error: A link leads to “nowhere.md”, which is not there. "
        "Markdown leads to a file (“timeline.md”), a tag to an address (“../timeline/”)."
    )


def test_a_sign_for_words_left_out_at_an_end_is_printed() -> None:
    text, problems = place("It has “… rye bread …” [@quay].")
    assert problems == []
    assert Reader(render(text)).text == "It has […] rye bread […]\u202fA."


def test_a_second_heading_of_the_first_level_is_a_warning() -> None:
    _, problems = place("# A\n\n## B\n\n```\n# no heading\n```\n\n# C\n")
    assert len(problems) == 1
    assert problems[0].startswith("pages/index.md:9: warning: This is a second heading of the first level.")


@pytest.mark.parametrize(
    ("files", "wrong"),
    [
        (["pages/timeline/index.md"], ["pages/timeline/index.md"]),
        (["pages/README.md"], ["pages/README.md"]),
        (["pages/sources/README.md"], ["pages/sources/README.md"]),
        (["pages/how.md", "pages/how/index.md"], ["pages/how/index.md"]),
        (["pages/How.md", "pages/how.md"], ["pages/how.md"]),
        (["pages/how.md", "pages/more/how.md", "pages/more/timeline.md", "pages/how/README-1.md"], []),
    ],
)
def test_no_page_takes_the_address_of_another(files: list[str], wrong: list[str]) -> None:
    sources = readings()
    site, problems = publish(dossier(sources), sources, [HandPage(file=file, text="# A\n") for file in files])
    assert [problem.where.file for problem in problems] == wrong
    assert all("This page would have the address of " in problem.message for problem in problems)
    assert "# Timeline" in site.files["timeline.md"].decode()
