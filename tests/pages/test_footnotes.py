import re

import strict_html
from prose_worlds import html


def test_a_footnote_and_its_references_lead_to_one_another() -> None:
    written = html("One[^n] two[^n].\n\n[^n]: The note.")
    reader = strict_html.read(written)
    assert reader.ids == ["fnref:1", "fnref:1.2", "fn:1"]
    assert reader.hrefs == ["#fn:1", "#fn:1", "#fnref:1", "#fnref:1.2"]
    assert "The note." in reader.text


def test_footnotes_are_lettered_so_that_they_differ_from_citations() -> None:
    text = "".join(f"[^{number}]" for number in range(28)) + "\n\n"
    text += "\n\n".join(f"[^{number}]: Note." for number in range(28))
    assert re.findall(r"\[([a-z]+)\]</a>", html(text)) == [*"abcdefghijklmnopqrstuvwxyz", "aa", "ab"]
