"""The public names, and that reading dates does not load what only mistakes need."""

import subprocess
import sys

from site_builder import edtf


def test_the_public_names_are_these() -> None:
    constants = {"INFINITY", "MINUS_INFINITY", "UNKNOWN_END", "UNKNOWN_START"}
    types = {"Bound", "Date", "EDTFError", "Part", "Precision", "Shape", "Span"}
    functions = {
        "day",
        "day_number",
        "means_today",
        "parse",
        "words",
        "words_of_bounds",
        "words_of_month",
        "words_of_year",
    }
    assert set(edtf.__all__) == constants | types | functions
    assert all(getattr(edtf, name) is not None for name in edtf.__all__)


def test_words_that_people_type_are_loaded_only_for_a_mistake() -> None:
    valid = "from site_builder import edtf, languages; edtf.parse('2024-07-27'); edtf.parse('[2023,2024..]')"
    loaded = "'site_builder.edtf.typed_dates' in sys.modules or languages.date_words.cache_info().currsize"
    program = f"import sys; {valid}; sys.exit({loaded})"
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
