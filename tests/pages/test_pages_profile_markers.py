"""What hand-written pages say of the profile."""

from site_builder.pages import Host, filled_in
from site_builder.records import Profile, fields
from site_builder.vocabulary import built_in


def test_a_page_says_which_rules_are_off_and_which_are_stricter() -> None:
    rules = {
        "TL091": "off",
        "TL081": "error",
        "TL080": {"from": "85"},
        "TL087": {"events": "5"},
        "TL084": {"days": "1"},
    }
    page = filled_in("<!-- timeline: rules -->", Host(), built_in(), profile=Profile.model_validate({"rules": rules}))
    assert page.splitlines() == [
        "- Checked less strictly: Two records of one event? (TL080), with `from` 85 instead of 65.",
        "- Nothing is published while this is found: A day that no source gives (TL081).",
        "- Checked more strictly: A short thread (TL087), with `events` 5 instead of 3.",
        "- Not checked: A name that looks like another (TL091).",
    ]
    assert (
        filled_in("<!-- timeline: rules -->", Host(), built_in())
        == "This chronicle is checked by all rules as they are."
    )


def test_a_page_lists_the_numbers_that_may_be_set() -> None:
    assert "[TL105](problems/TL105.md) | `days` | for how many days an event counts as recent | 14 (14, 3650) |" in (
        filled_in("<!-- timeline: thresholds -->", Host(), built_in())
    )


def test_a_page_lists_every_key_of_the_profile_and_what_like_hands_on() -> None:
    page = filled_in("<!-- timeline: profile keys -->", Host(), built_in())
    assert all(f"| `{key}` | " in page for key in fields(Profile))
    assert "| `order: threads` | Threads, on the home page and in their list. |" in page
    handed_on = [
        key for key in fields(Profile) if f"| `{key}` | Further" in page and key not in ("persons", "loaded_words")
    ]
    assert all(" Like: " in line for key in handed_on for line in page.splitlines() if line.startswith(f"| `{key}` |"))
    assert len(handed_on) == 8
    terms = filled_in("<!-- timeline: term keys -->", Host(), built_in())
    assert all(f"| `{key}` | " in terms for key in ("label", "means", "like", "inverse", "unit"))
