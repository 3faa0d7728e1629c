"""The names by which the engine calls the codes of problems. What each means stands on its page in `docs/problems/`."""

import re

from site_builder.problems.code import Code

UNREADABLE_FILE = Code("TL001")
SYMBOLIC_LINK = Code("TL002")
WRONG_EXTENSION = Code("TL003")
BAD_FILE_NAME = Code("TL004")
SAME_ID = Code("TL005")
NAME_AND_DATE = Code("TL006")
FOLDER_NAME = Code("TL007")
FILE_TOO_LARGE = Code("TL008")
NOT_UTF8 = Code("TL009")
CONTROL_CHARACTER = Code("TL010")
HIDDEN_CHARACTER = Code("TL011")
TOO_MANY_PROBLEMS = Code("TL012")
DISGUISED_WORD = Code("TL013")
PILED_MARKS = Code("TL014")
WRONG_FOLDER = Code("TL015")
SKIPPED_FILE = Code("TL016")
ODD_SPACE = Code("TL017")

NOT_YAML = Code("TL020")
DUPLICATE_KEY = Code("TL021")
TAG = Code("TL022")
ALIAS = Code("TL023")
MERGE_KEY = Code("TL024")
SEVERAL_DOCUMENTS = Code("TL025")
TOO_DEEP = Code("TL026")
EMPTY_FILE = Code("TL027")
NOT_A_MAPPING = Code("TL028")
NO_VALUE = Code("TL029")
BAD_KEY = Code("TL030")
TEXT_TOO_LONG = Code("TL031")
CUT_TEXT = Code("TL032")
MERGE_MARK = Code("TL033")
LOOKALIKE_SIGN = Code("TL034")

UNKNOWN_KEY = Code("TL040")
MISSING_KEY = Code("TL041")
WRONG_TYPE = Code("TL042")
NOT_IN_LIST = Code("TL043")
NOT_A_DATE = Code("TL044")
NOT_A_FIGURE = Code("TL045")
NOT_AN_ID = Code("TL046")
BAD_VALUE = Code("TL047")
BROKEN_RULE = Code("TL048")
MARKUP_NOT_READ = Code("TL049")
NOT_AN_ADDRESS = Code("TL050")
PRIVATE_ADDRESS = Code("TL051")
PAGE_NOT_THERE = Code("TL052")
OTHER_THAN_SITE = Code("TL053")
UNKNOWN_LANGUAGE = Code("TL055")
UNKNOWN_COUNTRY = Code("TL056")

UNKNOWN_ID = Code("TL060")
FORMER_ID = Code("TL061")
FORMER_ID_TAKEN = Code("TL062")
SAME_CLAIM_ID = Code("TL063")
UNKNOWN_CLAIM = Code("TL064")
UNKNOWN_PARTY = Code("TL065")
LINK_TO_ITSELF = Code("TL066")
LINK_TWICE = Code("TL067")
CIRCLE = Code("TL068")
BAD_MENTION = Code("TL069")
UNREAD_SOURCES = Code("TL070")
ONLY_COMPILATION = Code("TL071")
UNSUPPORTED = Code("TL072")
STANDING_WITHOUT_CLAIM = Code("TL073")
CONTRADICTION = Code("TL074")
REFERENCE_FORM = Code("TL075")
NOT_A_REPETITION = Code("TL076")
REMOVED_ID_TAKEN = Code("TL077")
NOT_A_CAPTURE = Code("TL078")
REMOVED_ID = Code("TL079")

NEAR_DUPLICATE = Code("TL080")
FALSE_PRECISION = Code("TL081")
IMPOSSIBLE_FIGURES = Code("TL082")
SWAPPED_COORDINATES = Code("TL083")
LATER_THAN_SOURCE = Code("TL084")
SAME_ADDRESS = Code("TL085")
BEFORE_ITS_TIME = Code("TL086")
SHORT_THREAD = Code("TL087")
QUESTION_WITHOUT_CLAIMS = Code("TL088")
SHARED_ALIAS = Code("TL089")
LONG_PROSE = Code("TL090")
LOOKALIKE_NAME = Code("TL091")
LONG_TITLE = Code("TL092")
PLACEHOLDER = Code("TL093")
LISTED_TWICE = Code("TL094")
LATER_THAN_RECORD = Code("TL095")
COORDINATES_OF_NOTHING = Code("TL096")
DOUBTFUL_ADDRESS = Code("TL097")
PLANNED_DATE_PASSED = Code("TL098")
WRONG_SOURCE_KIND = Code("TL099")

COUNT_IN_SUMMARY = Code("TL100")
COUNT_UNCITED = Code("TL101")
LOADED_WORD = Code("TL102")
BELLIGERENT_CHANNEL = Code("TL103")
STATE_OUTLET = Code("TL104")
RECENT_PLACE = Code("TL105")
ACCUSED_UNHEARD = Code("TL106")
SINGLED_OUT = Code("TL107")
CAPTIVE_SPEAKS = Code("TL108")
CAPTIVES_SHOWN = Code("TL109")
CAPTIVE_NAMED = Code("TL110")

CODES: dict[str, Code] = {value.id: value for value in list(globals().values()) if isinstance(value, Code)}
"""Every code by its id, in the order of the ids."""

_WRITTEN = re.compile(r"(?:TL[ _-]?)?([0-9]{1,3})", re.IGNORECASE | re.ASCII)


def find_code(written: str) -> Code | None:
    """The code that somebody writes: `TL044`, `tl44` or `44`; None where there is none."""
    found = _WRITTEN.fullmatch(written.strip())
    return CODES.get(f"TL{int(found[1]):03}") if found else None


FREE = frozenset({18, 19, *range(35, 40), 54, *range(57, 60)})
"""Numbers below the highest that no code has ever had: a new one takes the next of its group."""
RETIRED: frozenset[int] = frozenset()
"""Numbers of codes that are gone, which no other code takes: what they meant stands in links and in people's notes."""

GROUPS = {
    "files": "Files and their names",
    "yaml": "YAML",
    "record": "One record",
    "chronicle": "Several records together",
    "judgement": "Probably wrong",
    "harm": "Do no harm",
}
"""The titles of the groups in which codes are listed, in the order in which a record meets them."""
