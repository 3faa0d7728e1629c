"""Everything of a language stands in one folder here, named by its code: to add a language is to add a folder.

Texts are English in the code. `<code>/messages.po` translates them, `<code>/lexicon.yml` has the words by which rules
find what may do harm, `<code>/typed.toml` those that people type in dates and figures, `<code>/letters.toml` how other
letters are spelled in a to z; a folder may lack any of them.
`make messages` gathers what is to be translated in `messages.pot`. Names of months, of days of the week and the forms
of numbers are in Babel's data.
"""

from site_builder.languages.calendar import (
    N_,
    CalendarWords,
    Worded,
    calendar_names,
    calendar_of,
    roman_numeral,
)
from site_builder.languages.messages import (
    FOLDER,
    Message,
    direction,
    has_page_texts,
    say,
    say_n,
    translate,
    translations,
)
from site_builder.languages.typed import (
    clean,
    date_words,
    meanings,
    number_words,
    trim,
    typed_lists,
    without_small_words,
)

__all__ = [
    "FOLDER",
    "N_",
    "CalendarWords",
    "Message",
    "Worded",
    "calendar_names",
    "calendar_of",
    "clean",
    "date_words",
    "direction",
    "has_page_texts",
    "meanings",
    "number_words",
    "roman_numeral",
    "say",
    "say_n",
    "translate",
    "translations",
    "trim",
    "typed_lists",
    "without_small_words",
]
