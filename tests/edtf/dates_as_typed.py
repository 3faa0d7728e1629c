"""Hypothesis strategies that write dates as people do: a date first, then a form of it that can mean nothing else."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from babel import Locale
from hypothesis import strategies as st

from site_builder.edtf import calendar, day

ENGLISH = Locale.parse("en")
LANGUAGES = tuple(
    Locale.parse(name) for name in ("en", "fr", "de", "es", "it", "pt", "nl", "pl", "ru", "uk", "ar", "tr")
)
DIGITS = ("0123456789", "٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹", "０１２３４５６７８９", "०१२३४५६७८९")
WIDE_OR_ASCII = (DIGITS[0], DIGITS[3])
OUR_TIME = range(1583, 2040)
"""Years that digits of other scripts write in our calendar alone."""
AROUND = (
    "{}",
    " {} ",
    "{},",
    "{}.",
    "{} ,",
    "{};",
    "“{}”",
    "‘{}’",
    "«{}»",
    "({})",
    '"{}"',
    "\u00a0{}",
    "on {}",
    "{}\u200b",
)

days = st.integers(calendar.day_number(1000, 1, 1), calendar.day_number(2999, 12, 31))


@dataclass(frozen=True)
class AsTyped:
    """A text and the EDTF that it means."""

    text: str
    edtf: str


def ymd(number: int) -> tuple[int, int, int]:
    return calendar.civil(number)


def month_name(month: int, locale: Locale = ENGLISH, width: str = "wide") -> str:
    return str(locale.months["format"][width][month])


def known_month_name(month: int, locale: Locale) -> str:
    """The name of a month, in English where the locale's stands for another month elsewhere."""
    name = month_name(month, locale)
    return month_name(month) if name == "listopada" else name  # November in Polish, October in Croatian


def weekday_name(number: int, locale: Locale = ENGLISH, off: int = 0) -> str:
    return str(locale.days["format"]["wide"][(number - 1 + off) % 7])


def year_first(number: int) -> Sequence[str]:
    """Forms that begin with the four digits of the year."""
    year, month, date = ymd(number)
    return (
        f"{year}-{month:02d}-{date:02d}",
        f"{year}-{month}-{date}",
        f"{year}/{month:02d}/{date:02d}",
        f"{year}/{month}/{date}",
        f"{year}.{month:02d}.{date:02d}",
        f"{year} {month:02d} {date:02d}",
        f"{year}/{month:02d}-{date:02d}",
        f"{year}‑{month:02d}‑{date:02d}",
        f"{year}–{month:02d}–{date:02d}",
        f"{year}年{month}月{date}日",
        f"{year} {month_name(month)} {date}",
        f"{year}-{month_name(month, width='abbreviated')}-{date:02d}",
    )


def named(number: int) -> Sequence[str]:
    """Forms with the name of the month, in English."""
    year, month, date = ymd(number)
    name, short = month_name(month), month_name(month, width="abbreviated")
    ending = "th" if 11 <= date <= 13 else {1: "st", 2: "nd", 3: "rd"}.get(date % 10, "th")
    return (
        f"{date} {name} {year}",
        f"{date:02d} {name}, {year}",
        f"{name} {date}, {year}",
        f"{short} {date}{ending}, {year}",
        f"the {date}{ending} of {name} {year}",
        f"{date:02d}-{short}-{year}",
        f"{short}. {date}, {year}",
        f"{date}/{short}/{year}",
        f"{name.upper()} {date} {year}",
    )


@st.composite
def written_days(draw: st.DrawFn, number: int) -> str:
    """One way to write a day that can mean no other."""
    year, month, date = ymd(number)
    forms = [*year_first(number), *named(number)]
    if date > 12 or date == month:
        forms += [f"{date:02d}/{month:02d}/{year}", f"{month}/{date}/{year}", f"{date}.{month}.{year}"]
    locale = draw(st.sampled_from(LANGUAGES))
    forms.append(f"{date} {known_month_name(month, locale)} {year}")
    form = draw(st.sampled_from(forms))
    digits = draw(st.sampled_from(DIGITS if year in OUR_TIME else WIDE_OR_ASCII))
    return form.translate(str.maketrans(DIGITS[0], digits))


@st.composite
def single_days(draw: st.DrawFn) -> AsTyped:
    """A day in any form, with punctuation around it, and its day of the week or none."""
    number = draw(days)
    text = draw(written_days(number))
    if number > calendar.day_number(1583, 1, 1) and draw(st.booleans()):
        name = weekday_name(number, draw(st.sampled_from(LANGUAGES)))
        text = draw(st.sampled_from([f"{name} {text}", f"{name}, {text}", f"{text} ({name})"]))
    return AsTyped(draw(st.sampled_from(AROUND)).format(text), str(day(number)))


@st.composite
def coarse(draw: st.DrawFn) -> AsTyped:
    """A month, year, decade or century."""
    year, month, _ = ymd(draw(days))
    locale = draw(st.sampled_from(LANGUAGES))
    forms = [
        AsTyped(f"{known_month_name(month, locale)} {year}", f"{year}-{month:02d}"),
        AsTyped(f"{year} {month_name(month)}", f"{year}-{month:02d}"),
        AsTyped(f"{month:02d}/{year}", f"{year}-{month:02d}"),
        AsTyped(f"in {year}", f"{year}"),
        AsTyped(f"the year {year}", f"{year}"),
        AsTyped(f"{year // 100 + 1}th century" if year // 100 % 10 in (3, 4, 5, 6, 7, 8) else f"in {year}",
                f"{year // 100}XX" if year // 100 % 10 in (3, 4, 5, 6, 7, 8) else f"{year}"),
    ]  # fmt: skip
    if year // 10 % 10:
        forms.append(AsTyped(f"the {year // 10}0s", f"{year // 10}X"))
        forms.append(AsTyped(f"les années {year // 10}0", f"{year // 10}X"))
    return draw(st.sampled_from(forms))


FRAMES = (
    *((word, "{}~") for word in ("circa", "ca.", "c.", "about", "around", "vers", "etwa", "около", "близько")),
    *((word, "{}?") for word in ("probably", "possibly", "perhaps", "peut-être", "wahrscheinlich", "вероятно")),
    *((word, "{}/..") for word in ("since", "from", "depuis", "seit", "desde", "с", "з", "منذ")),
    *((word, "../{}") for word in ("until", "till", "up to", "bis", "hasta", "حتى")),
    *((word, "[..{}]") for word in ("by", "no later than", "not after", "au plus tard", "spätestens", "не позднее")),
    *((word, "[{}..]") for word in ("not before", "no earlier than", "frühestens", "не ранее")),
)


@st.composite
def framed(draw: st.DrawFn) -> AsTyped:
    """A day with a word before it that EDTF has a sign for."""
    number = draw(days)
    word, form = draw(st.sampled_from(FRAMES))
    return AsTyped(f"{word} {draw(written_days(number))}", form.format(day(number)))


@st.composite
def beside(draw: st.DrawFn) -> AsTyped:
    """Before or after a day."""
    number = draw(days)
    before = draw(st.booleans())
    word = draw(st.sampled_from(("before", "avant", "vor") if before else ("after", "après", "nach", "после")))
    edtf = f"[..{day(number - 1)}]" if before else f"[{day(number + 1)}..]"
    return AsTyped(f"{word} {draw(written_days(number))}", edtf)


JOINED = (
    *((form, "{}/{}") for form in ("{} to {}", "from {} to {}", "{} – {}", "{} - {}", "{} until {}", "du {} au {}")),
    *((form, "{}/{}") for form in ("von {} bis {}", "с {} по {}", "з {} по {}", "del {} al {}", "من {} إلى {}")),
    *((form, "[{}..{}]") for form in ("between {} and {}", "entre {} et {}", "zwischen {} und {}", "между {} и {}")),
    *((form, "[{},{}]") for form in ("{} or {}", "{} ou {}", "{} oder {}", "{} или {}")),
)


@st.composite
def two_days(draw: st.DrawFn) -> AsTyped:
    """Two days and the words that join them."""
    first = draw(days)
    last = first + draw(st.integers(1, 4000))
    written, form = draw(st.sampled_from(JOINED))
    return AsTyped(
        written.format(draw(written_days(first)), draw(written_days(last))), form.format(day(first), day(last))
    )


@st.composite
def days_of_one_month(draw: st.DrawFn) -> AsTyped:
    """Two days of a month that is named once."""
    year, month, _ = ymd(draw(days))
    first = draw(st.integers(1, 27))
    last = draw(st.integers(first + 1, 28))
    name, iso = month_name(month), f"{year}-{month:02d}"
    interval = f"{iso}-{first:02d}/{iso}-{last:02d}"
    forms = [
        AsTyped(f"{first}-{last} {name} {year}", interval),
        AsTyped(f"{first} – {last} {name} {year}", interval),
        AsTyped(f"{name} {first}–{last}, {year}", interval),
        AsTyped(f"from {first} to {last} {name} {year}", interval),
        AsTyped(f"du {first} au {last} {month_name(month, LANGUAGES[1])} {year}", interval),
        AsTyped(f"{iso}-{first:02d} to {last:02d}", interval),
        AsTyped(f"between {first} and {last} {name} {year}", f"[{iso}-{first:02d}..{iso}-{last:02d}]"),
        AsTyped(f"{first} or {last} {name} {year}", f"[{iso}-{first:02d},{iso}-{last:02d}]"),
    ]
    return draw(st.sampled_from(forms))


@st.composite
def before_our_era(draw: st.DrawFn) -> AsTyped:
    year = draw(st.integers(1, 99_999))
    astronomical = 1 - year
    edtf = f"{'-' if astronomical else ''}{-astronomical:04d}" if year <= 10_000 else f"Y{astronomical}"
    form = draw(st.sampled_from(["{} BC", "{} BCE", "{} B.C.", "{} av. J.-C.", "{} v. Chr.", "{} до н. э."]))
    return AsTyped(form.format(year), edtf)


unambiguous = st.one_of(
    single_days(), coarse(), framed(), beside(), two_days(), days_of_one_month(), before_our_era()
)  # fmt: skip


@st.composite
def with_a_wrong_weekday(draw: st.DrawFn) -> str:
    number = draw(st.integers(datetime.date(1600, 1, 1).toordinal(), datetime.date(2999, 1, 1).toordinal()))
    name = weekday_name(number, draw(st.sampled_from(LANGUAGES)), off=draw(st.integers(1, 6)))
    text = draw(written_days(number))
    other = draw(written_days(number + 30))
    form = draw(
        st.sampled_from(
            ["{name} {text}", "{name}, {text}", "{text} ({name})", "since {name} {text}", "{name} {text} to {other}"]
        )
    )
    return form.format(name=name, text=text, other=other)
