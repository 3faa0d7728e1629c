"""Records of the actors that speak on one question, and its page."""

from pathlib import Path

import worlds

from site_builder.pages.addresses import record_address
from site_builder.pages.context import Here
from site_builder.pages.question import QuestionPage, view_question
from site_builder.records import Kind

ACTORS = """
actors/mali: {name: Mali, type: state}
actors/fama: {name: Malian army, type: armed-forces, parent: mali}
actors/csp: {name: CSP-DPA, type: coalition}
actors/spokesman: {name: A. Spokesman, type: person, named_because: public-statement, side: csp}
actors/holder: {name: A. Holder, type: person, named_because: public-office, positions: [{in: csp, as: spokesman}]}
actors/afp: {name: AFP, type: media}
actors/rt: {name: RT, type: media, side: russia}
actors/russia: {name: Russia, type: state}
actors/loner: {name: A. Loner, type: person, named_because: public-statement}
questions/who: {title: Who was it, summary: "It is disputed [@s].", threads: [tin]}
threads/tin: {title: Tin}
"""


def question(folder: Path, events: str) -> QuestionPage:
    site = worlds.here(worlds.chronicle_of(folder, ACTORS + events)).site
    return view_question(Here(site, record_address(Kind.QUESTION, "who")), site.chronicle.questions["who"])
