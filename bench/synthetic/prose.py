"""Accounts of a few paragraphs, with citations and links to other records."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

from bench.synthetic.phrases import FOREIGN_SENTENCES, LINKED, OPENINGS, SENTENCES, WORDS
from bench.synthetic.sources import Source
from bench.synthetic.story import Happening
from bench.synthetic.yaml_text import Literal


def write_body(random: Random, happening: Happening, sources: Sequence[Source], before: Sequence[Happening]) -> Literal:
    """Two to four paragraphs that cite `sources` and link to some of what happened `before`."""
    number = random.choice((2, 3, 3, 4))
    patterns = random.sample(SENTENCES, random.choices((5, 6, 7, 8, 9, 12), (10, 25, 30, 20, 10, 5))[0])
    patterns.insert(0, random.choice(OPENINGS))
    if before:
        patterns.insert(random.randrange(1, len(patterns)), random.choice(LINKED))
    if random.random() < 0.3:
        patterns.insert(random.randrange(1, len(patterns)), random.choice(FOREIGN_SENTENCES))
    sentences = [_fill(random, pattern, happening, sources, before) for pattern in patterns]
    size = -(-len(sentences) // number)
    return Literal(tuple(" ".join(sentences[at : at + size]) for at in range(0, len(sentences), size)))


def _fill(
    random: Random,
    pattern: str,
    happening: Happening,
    sources: Sequence[Source],
    before: Sequence[Happening],
) -> str:
    return pattern.format(
        a=happening.a.label,
        b=happening.b.label,
        actor=happening.a.id,
        place=random.choice(happening.thread.places).label,
        what=WORDS[happening.kind],
        medium=random.choice(happening.thread.media).label,
        source=random.choice(sources).id,
        event=random.choice(before).id if before else "",
        number=random.randint(1, 20),
    )
