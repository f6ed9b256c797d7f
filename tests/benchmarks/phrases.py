"""The words and sentence patterns of the invented matters, in four languages.

In a pattern `{who}` and `{other}` are actors, `{short}` is a shorter form of the first, `{place}` a place, `{when}` a
date expression with its preposition, `{thing}` what it is about, `{figure}` a number, `{said}` quoted words.
"""


def words(text: str) -> list[str]:
    """The words of a text."""
    return text.split()


FIRST = words(
    """
    Ada Alwin Beata Bram Carla Corin Dagna Doran Edda Emil Fenja Florin Gesa Goran Hedda Henk Ilka Ivo Jarla Jorin
    Kaja Klaas Lene Lorin Mara Matti Nele Nuri Oda Orlo Petra Piet Runa Ruben Selma Sven Tilda Tomas Ulla Vito Yara
    """
)
SYLLABLES = words("bar bel dor dun fal fen gar hol kar kel lan lor mar mel nor pel ral rin sol tam tor val ver wen zan")
ENDINGS = words("berg borg dal feld haven holt lund mark mond stad stein strand vik wald")
BODIES = [
    "{name} Council", "{name} University", "{name} Bakers Guild", "Ministry of {name}", "{name} Museum",
    "{name} Institute", "{name} Ferries Ltd", "{name} Port Authority",
]  # fmt: skip
ROLES = ["Mayor", "Professor", "spokeswoman", "Minister", "director", "Captain", "engineer", "Bishop"]

ADJECTIVES = words(
    """
    broken ancient narrow costly northern hidden wooden famous empty flooded secret rusty golden public frozen crowded
    restored forgotten private leaking stolen painted modern burning silent disputed collapsed borrowed unfinished tall
    """
)
NOUNS = words(
    """
    bridge harbour oven archive lighthouse orchard tunnel library clock ferry market quarry fountain chapel railway
    warehouse garden telescope mill statue canal theatre windmill reservoir greenhouse cellar tower pavement gallery dam
    monument barge kiln staircase vault workshop meadow pier observatory aqueduct
    """
)
VERBS = words(
    """
    closed opened repaired sold inspected flooded measured abandoned photographed searched cleaned rented emptied
    rebuilt visited surveyed blocked insured painted auctioned sealed restored
    """
)
ABSTRACT = words(
    """
    patience repairs money honesty neighbours winter timber courage paperwork silence bread stone weather memory trust
    noise safety children music rent salt daylight
    """
)

ENGLISH = [
    "{who} {verb} the {thing} {when}.",
    "{when_first}, {who} {verb} the {thing} in {place}.",
    "The {thing} in {place} was {verb} by {who} {when}, and {figure} visitors had to leave.",
    "{who}, {role} of {body}, said {when} that the {thing} would cost {figure} crowns.",
    "“{said},” said {short} {when}.",
    "According to {who}, the {thing} had been {verb} {when}.",
    "{short} told the {body} {when}: “{said}.”",
    "Around {figure} people signed a letter against the {thing}, which {who} had {verb} {when}.",
    "{who} denied {when} that the {thing} had ever been {verb}.",
    "“{said},” {who} wrote, adding that “{other_said}.”",
    "{body} and {other} signed an agreement about the {thing} {when}.",
    "Nobody in {place} could say why {other} had {verb} the {thing}.",
    "The {thing} remained closed for nine months, every Tuesday excepted.",
    "At {clock}, {short} arrived in {place} with {figure} boxes of {abstract}.",
]
FRENCH = [
    "{who} a fermé le pont de {place} {when}.",
    "« {said} », a déclaré {who} {when}.",
    "Selon {who}, {figure} personnes ont quitté {place} {when}.",
]
GERMAN = [
    "{who} besuchte {when} die Brücke in {place}.",
    "„{said}“, sagte {who} {when}.",
    "Nach Angaben von {who} verließen {figure} Menschen {when} die Stadt {place}.",
]
SPANISH = [
    "{who} cerró el puente de {place} {when}.",
    "«{said}», dijo {who} {when}.",
    "Según {who}, {figure} personas abandonaron {place} {when}.",
]
PATTERNS = {"en": ENGLISH, "fr": FRENCH, "de": GERMAN, "es": SPANISH}

SAYINGS = [
    "{adjective} {noun} wants {abstract}, {adjective2} {noun2} {abstract2} {more} {adjective3} {noun3}",
    "{more} {noun}, {abstract} {more2} {adjective} {noun2} {abstract2} {noun3}",
    "no {abstract} {more} {adjective} {noun}, and {abstract2} {more2} {noun2} or {adjective2} {noun3}",
    "{abstract} is {more} {adjective} {noun} than {noun2}, {more2} {adjective2} {noun3}",
    "{adjective} {abstract} {more} our {noun}, {adjective2} {noun2} {more2} {noun3} and {abstract2}",
]
MORE = words(
    """
    before behind without beside against beyond despite under over for like after until toward above beneath
    """
)

# The families of date expressions. {d} day, {m} month, {y} year, {w} weekday, {iso}, {d2} a later day, {y2} a later
# year, {q} the name of a quarter, {dec} a decade.
WHEN = {
    "en": [
        "on {m} {d}, {y}", "on {d} {m} {y}", "on {w}, {m} {d}", "in {m} {y}", "in {y}", "on {w}", "last week",
        "earlier this month", "in early {y}", "between {m} {y} and {m} {y2}", "from {y} to {y2}", "on {iso}",
        "in the {q} quarter of {y}", "in the {dec}s", "three weeks ago", "a year earlier", "on Christmas Eve",
        "last {m}", "in the summer of {y}", "on {m} {d}-{d2}", "yesterday", "at 10 a.m. on {w}", "at the end of {m}",
    ],
    "fr": ["le {d} {m} {y}", "en {m} {y}", "il y a trois semaines", "le {w} {d} {m}", "en {y}", "hier"],
    "de": ["am {d}. {m} {y}", "im {m} {y}", "vor drei Wochen", "am {w}", "gestern", "im Jahr {y}"],
    "es": ["el {d} de {m} de {y}", "en {m} de {y}", "hace tres semanas", "el {w}", "en {y}", "ayer"],
}  # fmt: skip
ORDINALS = ["first", "second", "third", "fourth"]
CLOCKS = ["10 a.m.", "3:30 p.m.", "noon", "17:45", "midnight"]
PUBLISHERS = ["Courier", "Gazette", "Herald", "Tribune", "Observer", "Messenger", "Record", "Chronicle"]
