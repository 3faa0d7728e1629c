"""Writing records: new ones from answers, and the one layout that all of them have."""

from site_builder.editing.answers import ASKED, ASKED_OF_CLAIM, Ask, Form, is_asked, nested, usual_role
from site_builder.editing.drafts import add_claim, draft, with_key
from site_builder.editing.files import formatted_file, replace_text, schema_of, write_new
from site_builder.editing.formatting import NotFormattedError, format_record, ordered
from site_builder.editing.naming import file_of, propose_claim_id, propose_id
from site_builder.editing.replies import DATES, ReplyError, merge, names_cause, read_count, read_date, read_reply
from site_builder.editing.searching import exact, is_address, label_of, search
from site_builder.editing.trials import Trial, Workshop

__all__ = [
    "ASKED",
    "ASKED_OF_CLAIM",
    "DATES",
    "Ask",
    "Form",
    "NotFormattedError",
    "ReplyError",
    "Trial",
    "Workshop",
    "add_claim",
    "draft",
    "exact",
    "file_of",
    "format_record",
    "formatted_file",
    "is_address",
    "is_asked",
    "label_of",
    "merge",
    "names_cause",
    "nested",
    "ordered",
    "propose_claim_id",
    "propose_id",
    "read_count",
    "read_date",
    "read_reply",
    "replace_text",
    "schema_of",
    "search",
    "usual_role",
    "with_key",
    "write_new",
]
