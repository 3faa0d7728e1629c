"""One date as people write it, without connecting words: `27 July 2024`, `27/07/2024`, `44 BC`, `the 1990s`.

What starts with four digits is year, month and day. Day and month in front of the year have two readings where both
can be the month. Years of two digits are not guessed, nor days that the calendar does not have.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from site_builder.edtf import parsing
from site_builder.edtf.dates import Part, Shape
from site_builder.edtf.errors import EDTFError
from site_builder.edtf.readings import NoSuchDateError, Reading, existing, exists
from site_builder.languages import date_words, roman_numeral, say, trim, without_small_words

FOUR_DIGITS = "a year of four digits: two do not say of which century"
_MEDIEVAL_UNTIL = 1300
"""Eight digits of an earlier year may as well be day, month and a year like 1205."""

_BETWEEN = r"(\s*[-–/.,_]\s*|\s+)"
_STRICT = re.compile(r"[?~%]?-?[0-9x][-0-9x?~%]{2,}")
_YEAR_FIRST = re.compile(rf"([0-9]{{4}}){_BETWEEN}([0-9]{{1,2}})(?:{_BETWEEN}([0-9]{{1,2}}))?")
_YEAR_AND_MONTH = re.compile(r"[0-9]{4}-[0-9]{1,2}(?![0-9])")
_COMPACT = re.compile(r"([0-9]{4})([0-9]{2})([0-9]{2})")
_YEAR_LAST = re.compile(rf"([0-9]{{1,2}}){_BETWEEN}([0-9]{{1,2}}){_BETWEEN}([0-9]{{4}})")
_TWO_DIGITS = re.compile(r"[0-9]{1,2}([-–/.])[0-9]{1,2}\1'?[0-9]{2}|'[0-9]{2}|'?[0-9]0'?s")
_MONTH_YEAR = re.compile(r"([0-9]{1,2})\s*[-/.]\s*([0-9]{4})")
_ORDINAL = r"(?:st|nd|rd|th|er|re|nde?|eme|e|ieme|o|a|º|ª|-?го|-?й|-?е|-?ше|-?го)"
_NUMBER = re.compile(rf"([0-9]+){_ORDINAL}?")
_OF_TEN_YEARS = r"(?:\s*'?s|er|-?(?:е|ти|х|их|ые|i))(?![^\W_])"
_DECADE = re.compile(rf"([0-9]{{3}}0){_OF_TEN_YEARS}|([0-9]{{3}}0)")
_DECADE_OF_ERA = re.compile(rf"([0-9]{{1,3}}0){_OF_TEN_YEARS}")
_ROMAN = {roman_numeral(number).lower(): number for number in range(1, 40)}
_SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "winter": 24}
_WINTER = re.compile(r"([0-9]{4})\s*[-–/]\s*([0-9]{2}|[0-9]{4})")
_PARTS = {"quarter": (4, 33), "half": (2, 40)}


def plain(text: str) -> tuple[Reading, ...]:
    """What a cleaned text may mean: nothing, one date, or two.

    Raises NoSuchDateError for a text that has the form of a date, and names no day or a wrong day of the week.
    """
    found = _numeric(text)
    if found:
        return found
    text = trim(without_small_words(text))
    for weekday, rest in _weekdays(text):
        return tuple(_on(weekday, plain(rest)))
    for before, rest in _eras(text):
        found = _century(rest, before=before) or _year_of_era(rest, before=before) or _decade_of_era(rest, before)
        return found or _named(rest, era=True, before=before)
    return _numeric(text) or _century(text, before=False) or _decade(text) or _within_year(text) or _named(text)


def _numeric(text: str) -> tuple[Reading, ...]:
    """Dates of digits and signs alone."""
    if _STRICT.fullmatch(text) and (strict := as_written(text)):
        return (strict,)
    if match := _COMPACT.fullmatch(text):
        year, month, day = map(int, match.groups())
        doubt = say("takes the first four digits for the year") if year < _MEDIEVAL_UNTIL else ""
        return (exists(Reading(year, month, day, doubt=doubt)),)
    if match := _YEAR_FIRST.fullmatch(text):
        return _year_first(match)
    if match := _YEAR_LAST.fullmatch(text):
        return _year_last(match)
    if match := _MONTH_YEAR.fullmatch(text):
        return (exists(Reading(int(match[2]), int(match[1]))),)
    if _TWO_DIGITS.fullmatch(text):
        raise NoSuchDateError(FOUR_DIGITS)
    return ()


def as_written(text: str) -> Reading | None:
    """A date that is EDTF already: it stays what it is."""
    try:
        date = parsing.parse_strictly(text.upper())
    except EDTFError:
        return None
    part = date.parts[0]
    if date.shape is not Shape.SINGLE or not isinstance(part, Part):
        return None
    if part.level or part.month > "12":
        return Reading(edtf=date.text)
    return Reading(part.year, int(part.month) if part.month else None, int(part.day) if part.day else None)


def _year_first(match: re.Match[str]) -> tuple[Reading, ...]:
    first, second = (sign.strip() if sign else "" for sign in match.group(2, 4))
    year, month = int(match[1]), int(match[3])
    if match[5]:
        mixed = first != second and (second in ("/", ".", ",") or "–" in (first, second))
        apart = match[4] != second and match[2] == first and second != ""
        doubt = say("takes `{second}` for a sign within one date", second=second) if mixed or apart else ""
        return (exists(Reading(year, month, int(match[5]), doubt=doubt)),)
    if first in ("-", "–", "/") and len(match[3]) == 2 and month > max(12, year % 100):
        return ()
    later = month > year % (10 if len(match[3]) == 1 else 100)
    next_year = month == year % (10 if len(match[3]) == 1 else 100) + 1
    # Spreadsheets that take `2024.10` for a number make `2024.1` of it.
    cut_short = first == "." and match[3] == "1"
    unsure = (first in ("–", "/") and later) or next_year or cut_short
    doubt = say("takes the last number for a month") if unsure else ""
    return (exists(Reading(year, month, doubt=doubt)),)


def _year_last(match: re.Match[str]) -> tuple[Reading, ...]:
    """Day and month, or month and day, and the year."""
    first, second, year = int(match[1]), int(match[3]), int(match[5])
    if match[2].strip() != match[4].strip():
        return ()
    try:
        found = existing({Reading(year, second, first), Reading(year, first, second)})
    except NoSuchDateError as error:
        raise NoSuchDateError(f"year, month and day in this order, and this is no day of {year}") from error
    return tuple(sorted(found, key=lambda date: date.text))


def _weekdays(text: str) -> Iterator[tuple[int, str]]:
    """The day of the week at the start or end of a text, and the rest of it."""
    words = date_words().weekdays
    for match in (
        re.fullmatch(r"(?P<day>[^\W\d_]+(?:'[^\W\d_]+)?)[\s,]+(?P<rest>.*[0-9].*)", text),
        re.fullmatch(r"(?P<rest>.*[0-9].*?)[\s,]*\(?\b(?P<day>[^\W\d_]+(?:'[^\W\d_]+)?)\)?", text),
    ):
        if match and match["day"] in words:
            yield words[match["day"]], trim(match["rest"])


def _on(weekday: int, dates: tuple[Reading, ...]) -> Iterator[Reading]:
    """The dates that fall on a day of the week. Raises NoSuchDateError where none does."""
    relies = "relies on the day of the week" if len(dates) > 1 else ""
    yield from (date.doubted(relies) for date in existing(replace(date, weekday=weekday) for date in dates))


def _eras(text: str) -> Iterator[tuple[bool, str]]:
    """Whether a text says before or of our era, and the rest of it."""
    for role in ("bce", "ce"):
        match = date_words().after(role).fullmatch(text)
        if match := match or (date_words().before(role).fullmatch(text) if role == "ce" else None):
            yield role == "bce", match["rest"]


def _year_of_era(text: str, *, before: bool) -> tuple[Reading, ...]:
    digits = re.sub(r"(?<=[0-9])[ ,.](?=[0-9]{3}(?![0-9]))", "", text)
    if not re.fullmatch(r"[0-9]{1,6}", digits) or int(digits) == 0:
        return ()
    return (Reading(1 - int(digits) if before else int(digits)),)


def _decade_of_era(text: str, before: bool) -> tuple[Reading, ...]:
    """`250s`: before our era from 259 to 250, which no digits in EDTF stand for."""
    match = _DECADE_OF_ERA.fullmatch(text)
    if match is None:
        return ()
    year = int(match[1])
    doubt = say("takes it for ten years, not for a hundred") if match[1].endswith("00") else ""
    decade = f"[{Reading(1 - year - 9).text}..{Reading(1 - year).text}]" if before else f"{year // 10:03d}X"
    return (Reading(edtf=decade, doubt=doubt),)


def _century(text: str, *, before: bool) -> tuple[Reading, ...]:
    """`19th century`, `XIXe siècle`, `siglo XIX`: by the two digits that its years begin with."""
    words = date_words().any_of("century")
    number = rf"(?P<{{}}>[ivx]+|[0-9]{{{{1,2}}}}){_ORDINAL}?"
    form = rf"{number.format('a')}[\s.-]+(?:{words})|(?:{words})\s+{number.format('b')}"
    match = re.fullmatch(form, _with_ordinal_in_digits(text))
    if match is None:
        return ()
    written = match["a"] or match["b"]
    ordinal = int(written) if written.isdigit() else _ROMAN.get(written, 0)
    if written.isdigit() and re.fullmatch(r"[0-9]+ ?[a-z]|[a-z] ?[0-9]+", text):
        return ()
    return (Reading(edtf=f"{'-' if before else ''}{ordinal - 1:02d}XX"),) if 1 <= ordinal <= 99 else ()


def _with_ordinal_in_digits(text: str) -> str:
    """`third century` as `3 century`."""
    numbers = {word: number for word, number in date_words().ordinals.items() if number and word not in _ROMAN}
    words = "|".join(sorted(map(re.escape, numbers), key=len, reverse=True))
    return re.sub(rf"\b(?:{words})\b", lambda word: str(numbers[word[0]]), text)


def _decade(text: str) -> tuple[Reading, ...]:
    match = _DECADE.match(text)
    named = re.search(rf"(?<![^\W\d_])(?:{date_words().any_of('decade')})", text)
    if named:
        text = trim(text[: named.start()] + text[named.end() :])
        match = _DECADE.fullmatch(text)
        if match is None and re.fullmatch(r"'?[0-9]0.{0,4}", text):
            raise NoSuchDateError(FOUR_DIGITS)
    # After a number, these words may be of two years: `1980-1990 гг.`.
    if match is None or match.end() != len(text) or not (match[1] or (named and named.start() == 0)):
        return ()
    year = match[1] or match[2]
    doubt = say(
        "takes it for the ten years from {year}, not for the hundred (`{year_2}XX`)", year=year, year_2=year[:2]
    )
    return (Reading(edtf=f"{year[:3]}X", doubt=doubt if year.endswith("00") else ""),)


def _within_year(text: str) -> tuple[Reading, ...]:
    """A season, quarter or half of a year."""
    known = date_words()
    for season, code in _SEASONS.items():
        words = known.any_of(season)
        match = re.fullmatch(rf"(?:{words})[\s,-]*(?P<a>[0-9]{{4}}.*)|(?P<b>[0-9]{{4}})[\s,-]*(?:{words})", text)
        if match is None:
            continue
        year = match["a"] or match["b"]
        winter = _WINTER.fullmatch(year) if season == "winter" else None
        if winter and int(winter[2]) == (int(winter[1]) + 1) % (100 if len(winter[2]) == 2 else 10_000):
            return (Reading(edtf=f"{winter[1]}-24"),)
        if re.fullmatch(r"[0-9]{4}", year):
            doubt = say("takes it for the winter that begins in {year}", year=year) if season == "winter" else ""
            return (Reading(edtf=f"{year}-{code}", doubt=doubt),)
    return _equal_part(text)


def _equal_part(text: str) -> tuple[Reading, ...]:
    known = date_words()
    ordinals = "|".join(sorted(map(re.escape, known.ordinals), key=len, reverse=True))
    for kind, (most, first_code) in _PARTS.items():
        words = known.any_of(kind).replace("(?![^\\W\\d_])", "")
        numbered = rf"(?:{words})\s*(?P<n>[1-4])|(?P<m>[1-4]){_ORDINAL}?[\s.-]*(?:{words})"
        which = rf"(?:{numbered}|(?P<w>{ordinals})\s+(?:{words}))"
        for form in (rf"{which}[\s,/-]*(?P<y>[0-9]{{4}})", rf"(?P<y>[0-9]{{4}})[\s,/-]*{which}"):
            if match := re.fullmatch(form, text):
                # The last one of a year has the number 0.
                number = int(match["n"] or match["m"] or known.ordinals[match["w"]]) or most
                if number <= most:
                    return (Reading(edtf=f"{match['y']}-{first_code + number - 1}"),)
    return ()


def _named(text: str, *, era: bool = False, before: bool = False) -> tuple[Reading, ...]:
    """A date with the name of a month, or parts of one: `27 July 2024`, `Jul 27, 2024`, `27`."""
    months = date_words().months
    if _YEAR_AND_MONTH.search(text):
        return ()
    words = "|".join(sorted(map(re.escape, months), key=len, reverse=True))
    pattern = rf"(?<![^\W\d_])(?:{words})(?![^\W\d_])"
    marked = re.sub(pattern, lambda name: f" M{months[name[0]]} ", text)
    elsewhere = next((name for name in re.findall(pattern, text) if name in date_words().roles["month_elsewhere"]), "")
    month = months.get(elsewhere)
    doubt = say("takes `{name}` for month {month}, and not all languages do", name=elsewhere, month=month)
    kinds, numbers = "", []
    for item in re.split(r"[\s,./_–-]+", marked.strip(" .,")):
        number = _NUMBER.fullmatch(item.removeprefix("M"))
        if number is None:
            return ()
        size = len(number[1])
        kinds += "M" if item.startswith("M") else "D" if size <= 2 else "Y" if size == 4 or era else "?"
        numbers.append(int(number[1]))
    if era and "Y" not in kinds:
        kinds = kinds[:-1] + "Y" if kinds.count("M") == 1 else ""
    if kinds in ("DMD", "MDD"):
        raise NoSuchDateError(FOUR_DIGITS)
    if kinds not in ("DMY", "MDY", "YMD", "YDM", "MY", "YM", "DY", "DM", "MD", "M", "D"):
        return ()
    given = dict(zip(kinds, numbers, strict=True))
    year = given.get("Y")
    if year is not None and before:
        year = 1 - year
    return (exists(Reading(year, given.get("M"), given.get("D"), doubt=doubt if elsewhere else "")),)
