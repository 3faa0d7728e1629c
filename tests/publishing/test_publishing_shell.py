"""The shell: cutting the theme's page at holes and filling them gives the same bytes as rendering it whole."""

from dataclasses import fields

from hypothesis import example, given
from hypothesis import strategies as st
from markupsafe import Markup, escape

from site_builder.publishing.shell import HOLES, make_shell
from site_builder.publishing.templates import Parts

TEXTS = st.text() | st.sampled_from(
    ["& < > \" '", "</title><script>alert(1)</script>", "كمين قرب تين زاوتين", "\u200fعربي & <b>", "{{ title }}", "\\1"]
)


def render(parts: Parts) -> str:
    """A theme that puts the title in two places and the content in one."""
    return f"<head>{parts.head}</head><header>{parts.title}</header><main data-x='{parts.title}'>{parts.content}</main>"


@given(TEXTS, TEXTS, TEXTS)
@example("timeline-hole-title-3d9f", "timeline-hole-head-3d9f", "timeline-hole-content-3d9f")
def test_filling_a_shell_gives_the_bytes_of_the_whole_render(title: str, head: str, content: str) -> None:
    parts = Parts(escape(title), Markup("<title>{}</title>").format(head), Markup("<p>{}</p>").format(content))
    assert make_shell(render).fill(parts) == render(parts)


def test_a_shell_is_rendered_once_and_filled_any_number_of_times() -> None:
    rendered = []

    def watched(parts: Parts) -> str:
        rendered.append(parts)
        return render(parts)

    shell = make_shell(watched)
    pages = {shell.fill(Parts(escape(title), Markup(), Markup())) for title in ("a", "b", "c")}
    assert (len(rendered), len(pages)) == (1, 3)


def test_a_theme_that_leaves_a_part_out_leaves_it_out_of_every_page() -> None:
    shell = make_shell(lambda parts: f"<main>{parts.content}</main>")
    assert shell.fill(Parts(escape("T"), Markup("H"), Markup("C"))) == "<main>C</main>"


def test_every_part_has_a_hole_of_its_own() -> None:
    holes = [getattr(HOLES, field.name) for field in fields(Parts)]
    assert len(set(holes)) == len(holes) == 3
    assert [hole for hole in holes if escape(str(hole)) != hole] == []
