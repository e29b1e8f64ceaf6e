"""What tables, columns and stored words are called in the history."""

from collections.abc import Callable
from datetime import date

from notebook.domain.communication import DetailLevel, TakesIn, channels_in
from notebook.domain.dates_in_words import day_count, day_month, partial_date_in_words
from notebook.domain.facts import FactGroup, FactTopic
from notebook.domain.moments import Channel, Direction
from notebook.domain.partial_date import parse
from notebook.domain.projects import ProjectState
from notebook.domain.promises import Side
from notebook.domain.relations import Relation
from notebook.domain.warmth import Warmth
from notebook.services.communication import level_word, takes_in_word
from notebook.services.fact_words import topic_word
from notebook.services.phrases import filled
from notebook.services.related_words import relation_word
from notebook.services.warmth_reasons import state_phrase
from notebook.services.words import channel_word, direction_word, group_word, side_word, state_word
from notebook.translate import translate

HIDDEN = frozenset(
    {
        "id", "created_at", "changed_at", "deleted_at", "position", "sort_key", "match_key",
        "search_words", "last_contact_on", "touch_days", "touch_maximum", "person_id", "moment_id", "anchor", "step",
        "checklist_id", "birthday_year", "birthday_month", "birthday_day", "warmth_set_on",
        "sort_value", "channel_said_at", "picture", "merged_into_id",
        "looked_after", "covered",
    }
)  # fmt: skip
"""Columns that say nothing to a reader, or are told in another way."""

_DETAILS = {"phone": "Telephone", "email": "E-mail", "address": "Address", "website": "Website"}
_THINGS = {
    "check_in": "Check-in",
    "concern": "Concern",
    "fact": "Worth remembering",
    "fit_check": "Fit check",
    "imported_card": "Card as it was brought in",
    "membership": "Group",
    "moment": "Contact",
    "moment_person": "Contact",
    "own_value": "Field of your own",
    "person": "Card",
    "person_photo": "Photo",
    "project": "Project",
    "project_person": "Part in a project",
    "promise": "Promise",
    "related_person": "Somebody around",
    "reminder": "Reminder",
    "responsibility": "What somebody answers for",
    "role": "Role",
    "value_idea": "Idea",
}
_COLUMNS = {
    "name": "Name",
    "given_name": "Given name",
    "family_name": "Family name",
    "nickname": "Nickname",
    "note": "Note",
    "is_team": "One of our team",
    "looked_after_by_id": "Looked after by",
    "covered_by_id": "Covered by",
    "preferred_channel": "Preferred channel",
    "preferred_times": "Good times",
    "fallback_channel": "Otherwise by",
    "avoided_channels": "Please not by",
    "detail_level": "How much to tell",
    "takes_in": "Rather",
    "language": "Language",
    "terms_used": "Words they use",
    "terms_avoided": "Words to avoid",
    "relation": "What they are",
    "own_word": "In a word",
    "other_id": "Who",
    "rhythm_days": "Rhythm",
    "maximum_days": "At the latest",
    "paused_until": "Keeping in touch paused until",
    "group_id": "Group",
    "known_since": "Known since",
    "warmth_own": "Your own judgement",
    "warmth_note": "Reason of your judgement",
    "organisation_id": "Organisation",
    "project_id": "Project",
    "owner_id": "Who takes care of it",
    "escalated_to_id": "Passed on to",
    "title": "Role",
    "from_on": "Since",
    "until_on": "Until",
    "question_key": "Question",
    "label": "Label",
    "value": "Value",
    "fact_group": "Group",
    "text": "Text",
    "their_words": "Their words",
    "learned_on": "Learned on",
    "confirmed_on": "Confirmed on",
    "used_on": "Used as an opener on",
    "topic": "About",
    "field_id": "Field",
    "due_on": "Due on",
    "closed_on": "Closed on",
    "done_on": "Done on",
    "happened_at": "When",
    "channel": "Channel",
    "direction": "Who began",
    "state": "State",
    "side": "Whose",
    "person_id": "Person",
}
TITLES = ("text", "name", "title", "value", "what", "note", "reason")
"""Where the words stand by which a reader knows a row, the first that is filled in."""


def _as_words(name: str) -> str:
    words = name.removesuffix("_id").replace("_", " ").replace("-", " ")
    return words[:1].upper() + words[1:]


def thing_word(table: str, kind: str = "") -> str:
    """Return what a row is: "Telephone" for a detail of that kind, "Promise"."""
    if table == "contact_detail" and kind in _DETAILS:
        return translate("history", _DETAILS[kind])
    return translate("history", _THINGS.get(table, _as_words(table)))


def is_known(table: str) -> bool:
    """Whether there is a word for what such a row is."""
    return table in _THINGS or table == "contact_detail"


def column_word(column: str) -> str:
    """Return what a column is called: "Good times"."""
    return translate("history", _COLUMNS.get(column, _as_words(column)))


def value_words(column: str, value: object, today: date) -> str:
    """Return a stored value as one would say it; ids are for the caller to name."""
    if value is None or value == "":
        return ""
    if column.startswith(("is_", "has_")):
        return translate("history", "yes") if value else translate("history", "no")
    if column == "maximum_days":
        return filled(translate("history", "after %1"), day_count(int(str(value))))
    if column == "rhythm_days":
        return filled(translate("history", "every %1"), day_count(int(str(value))))
    if isinstance(value, str):
        return _day_words(value, today) or _stored_word(column, value)
    return str(value)


def _day_words(value: str, today: date) -> str:
    day = value[:10]
    if len(value) not in (10, 16) or day[4:5] != "-":
        return ""
    try:
        words = day_month(date.fromisoformat(day), today)
    except ValueError:
        return ""
    return f"{words}, {value[11:]}" if len(value) > 10 else words


_STORED: dict[str, Callable[[str], str]] = {
    "channel": lambda word: channel_word(Channel(word)),
    "preferred_channel": lambda word: channel_word(Channel(word)),
    "fallback_channel": lambda word: channel_word(Channel(word)),
    "avoided_channels": lambda text: ", ".join(map(channel_word, channels_in(text))),
    "detail_level": lambda word: level_word(DetailLevel(word)),
    "takes_in": lambda word: takes_in_word(TakesIn(word)),
    "relation": lambda word: relation_word(Relation(word)),
    "fact_group": lambda word: group_word(FactGroup(word)),
    "topic": lambda word: topic_word(FactTopic(word)),
    "warmth_own": lambda word: state_phrase(Warmth(word)),
    "side": lambda word: side_word(Side(word)),
    "direction": lambda word: direction_word(Direction(word)),
    "from_on": lambda text: partial_date_in_words(parse(text)),
    "until_on": lambda text: partial_date_in_words(parse(text)),
    "grade": _as_words,
    "our_grade": _as_words,
    "choice": _as_words,
    "way": _as_words,
    "outcome": _as_words,
    "state": lambda word: state_word(ProjectState(word)),
}


def _stored_word(column: str, value: str) -> str:
    try:
        return _STORED[column](value) if column in _STORED else value
    except ValueError:  # a word of another version, or of another table
        return _as_words(value)
