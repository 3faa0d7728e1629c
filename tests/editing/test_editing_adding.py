"""One key more in the text of a record, and nothing else changed."""

import pytest

from site_builder.editing import NotFormattedError, with_key
from site_builder.records import Source

COPY = "https://archive.example/web/20261128050000/https://news.example/a"
LINE = f"archive: {COPY}"
URL = "url: https://a.org/"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (f"publisher: A\n{URL}\nkind: agency\n", f"publisher: A\n{URL}\n{LINE}\nkind: agency\n"),
        (f"# a\n\n{URL} # b\n# c\npublisher:   A\n", f"# a\n\n{URL} # b\n{LINE}\n# c\npublisher:   A\n"),
        (f"publisher: A\r\n{URL}\r\nnote: x\r\n", f"publisher: A\r\n{URL}\r\n{LINE}\r\nnote: x\r\n"),
        (f"publisher: A\n{URL}", f"publisher: A\n{URL}\n{LINE}\n"),
        ("publisher: A\ntitle: b\n  c\nnote: x\n", f"publisher: A\ntitle: b\n  c\n{LINE}\nnote: x\n"),
    ],
)
def test_a_key_stands_in_a_line_of_its_own_after_the_one_before_it(before: str, after: str) -> None:
    assert with_key(before, Source, "archive", COPY) == after


@pytest.mark.parametrize(
    "content",
    [
        "{publisher: A, url: 'https://a.org/'}\n",
        "publisher: A\narchive: https://b.org/\n",
        "publisher: [A\n",
        "note: x\n",
    ],
)
def test_where_there_is_no_line_for_it_the_text_is_left_alone(content: str) -> None:
    with pytest.raises(NotFormattedError):
        with_key(content, Source, "archive", COPY)
