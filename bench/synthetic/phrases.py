"""Sentences with gaps. `{a}` and `{b}` are actors, `{place}` a place, `{what}` the kind of event in words."""

from __future__ import annotations

TITLES: dict[str, tuple[str, ...]] = {
    "battle": ("Fighting between the {a} and the {b} near {place}", "{a} and {b} fight for the wells of {place}"),
    "ambush": ("Column of the {b} ambushed on the road to {place}", "Ambush of a convoy of the {b} near {place}"),
    "attack": ("Camp of the {b} attacked at {place}", "{a} attacks a post of the {b} near {place}"),
    "air-strike": ("Air strikes on positions near {place}", "Drones of the {a} strike near {place}"),
    "killing-of-civilians": ("People killed at the market of {place}", "Killings reported on the road to {place}"),
    "capture-of-place": ("{a} takes {place}", "{a} enters {place} after the {b} leaves it"),
    "deployment": ("{a} sends a detachment to {place}", "Detachment of the {a} arrives in {place}"),
    "withdrawal": ("{a} leaves its camp at {place}", "Last convoy of the {a} leaves {place}"),
    "agreement": ("{a} and {b} sign an accord in {place}", "Truce agreed for {place}"),
    "decision": ("{a} closes the border near {place}", "{a} breaks off talks with the {b}"),
    "meeting": ("{a} and {b} meet in {place}", "Talks on {place} begin"),
    "statement": ("{a} answers the {b} on {place}", "Statement by the {a} on what happened at {place}"),
    "publication": ("{a} publishes pictures from {place}", "Report by the {a} on {place}"),
}
TITLES_FRENCH = "{place} : ce que disent les parties"
TITLES_ARABIC = "ما جرى في {place} بحسب الأطراف"

WORDS = {kind: kind.replace("-", " ") for kind in TITLES} | {"capture-of-place": "capture"}
"""Each kind as it stands in a sentence."""

SUMMARIES = (
    "The {a} and the {b} give accounts of the {what} near {place} that do not agree, and no one outside has "
    "established which is right.",
    "By most accounts the {a} was at {place} before the {b} was. What followed is told in different ways.",
    "Reports from {place} speak of a {what}. The {a} says that it was planned; the {b} calls that untrue.",
    "Observers and both parties agree that there was a {what} near {place}, and on little else.",
)
SUMMARIES_FRENCH = (
    "Le {a} et le {b} donnent de ce qui s'est passé à {place} des récits qui ne concordent pas. Aucun observateur "
    "n'a pu les départager."
)

UNKNOWN = (
    "Whether the {a} knew beforehand that the {b} was on its way to {place}.",
    "How many were there on either side; neither has published a list.",
    "Where exactly it happened. The accounts name places that lie hours apart.",
    "Who gave the order, and to whom it was given.",
    "When the {b} left {place}, and by which road.",
)

OPENINGS = (
    "The {what} near {place} was first reported by the {medium} [@{source}].",
    "What happened near {place} is known from the parties to it and from those who passed later [@{source}].",
    "On the morning of that day people in {place} heard engines from the direction of the wells [@{source}].",
    "The {a} had said for weeks that it would not let the {b} come nearer to {place} [@{source}].",
)
SENTENCES = (
    "The {a} said that its people had stayed where they were until the {b} came within sight.",
    'A spokesperson for the {b} spoke of "a day like any other" and gave no details [@{source}].',
    "The road from {place} was closed to carts and lorries, and opened again without an announcement.",
    "According to the {medium}, pictures taken from a hill show vehicles in a line and smoke behind them [@{source}].",
    "Others who looked at the same pictures saw a market day [@{source}].",
    "The {b} had come from {place} by the longer road, which passes the salt pans and the old station.",
    "Nobody who was there has spoken under their own name, and the {medium} says so [@{source}].",
    "The weather was bad; a wind from the south hid the far side of the valley for most of the afternoon.",
    "Two newsrooms give the same sentence word for word, so one of them probably copied it from the other [@{source}].",
    "The {a} later repeated its account at a gathering in {place} and added that it regretted nothing.",
    "Whether this was the same column that had been seen two days before is not established.",
    "The {b} denies it, as it had denied what was said of it earlier [@{source}, paragraph {number}].",
    "A list that circulated afterwards bears no name and no date, and is not used here.",
    "The {medium} reports that it asked both sides and that only one of them replied [@{source}].",
    "Shops in {place} stayed shut until the end of the week, by some accounts longer.",
    "In its own bulletin the {a} uses other words for the place than its neighbours do.",
)
FOREIGN_SENTENCES = (
    "« Nous n'avons rien vu venir, et personne ne nous a prévenus », dit le {b} au {medium} [@{source}].",
    "Selon le {a}, la piste de {place} était déjà coupée la veille [@{source}].",
    "وقال متحدث باسم {a} إن القوات انسحبت من {place} قبل الفجر [@{source}].",
    "ونفى {b} ذلك في بيان قصير [@{source}].",
    "«Мы ничего об этом не знаем», — сказал представитель {b} [@{source}].",
    "За словами {a}, колона йшла від {place} цілий день [@{source}].",
)
LINKED = (
    "It came after [[{event}]], and both sides refer to that.",
    "What had happened before is told under [[{event}|another date]].",
    "The {a} connects it with [[{event}]]; the {b} does not.",
    "See also [[{event}]], where the same road is named.",
    "The [[actor:{actor}|same group]] had been named in [[{event}]] too.",
)

CLAIMS: dict[str, tuple[str, ...]] = {
    "occurrence": (
        "There was a {what} near {place}, and it ended before dark.",
        "Nothing of the kind happened near {place} on that day.",
    ),
    "date": ("It happened on another day than the one that is given.",),
    "place": ("It happened at {place}, not where others say.",),
    "participation": (
        "Its own people took part, and nobody else's.",
        "The {b} was there from the beginning and led it.",
        "It had no one near {place} at the time.",
    ),
    "responsibility": (
        "The {b} gave the order and has to answer for it.",
        "Its people acted under nobody's orders but their own.",
    ),
    "toll": (
        "It gives a count of the losses of the {b} and of those of others near {place}.",
        "It counted the dead of the {b} after the fighting had moved away.",
        "The losses were far smaller than the {b} says.",
    ),
    "conduct": (
        "Those who had put down their weapons were treated as the law demands.",
        "Houses at the edge of {place} were searched and emptied.",
    ),
    "support": (
        "The {b} was given fuel and radio sets by others.",
        "It received no help from anybody, neither money nor training.",
    ),
    "authenticity": (
        "The pictures show {place}, and were taken on that day.",
        "The pictures are older than the {what} that they are said to show.",
    ),
    "other": ("It will not talk with the {b} as long as the road to {place} is closed.",),
}
BECAUSE = {
    "unverified": "The newsroom that relayed it says that it could not confirm it.",
    "supported": "Pictures that others can examine, or two newsrooms on their own, bear it out.",
    "contradicted": "Pictures of that day show the road to {place} empty.",
}
QUOTES = (
    ("en", "We were there, and we left when we had done what we came for."),
    ("fr", "Nous étions là, et nous sommes partis quand tout était fini."),
    ("ar", "كنا هناك، وانسحبنا بعد أن أنجزنا ما جئنا من أجله."),
    ("ru", "Мы были там и ушли, когда сделали то, за чем пришли."),
)
NOTE = "The {a} itself says that this is why it did so."
DATE_NOTE = "The accounts of the {a} and the {b} differ by some days."

THREADS = ("The road to {place}", "{place} and its wells", "Talks about {place}", "The war of words over {place}")
THREAD_SUMMARY = (
    "What happened around {place} and on the roads that lead there, what the {a} and the {b} have said about it, "
    "and what has been found out since."
)
QUESTIONS = {
    "toll": "How many were lost near {place}?",
    "participation": "Did the {a} take part in what happened near {place}?",
}
QUESTION_SUMMARY = "The {a}, the {b} and observers say different things, and none of it has been settled."
