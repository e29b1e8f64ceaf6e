"""How people like to be spoken with: kept on the card, in words, and said while one logs."""

from collections.abc import Iterable, Mapping
from typing import Any

from notebook.domain.communication import (
    IN_A_ROW,
    Communication,
    DetailLevel,
    TakesIn,
    channels_as_text,
    channels_in,
    is_drifting,
)
from notebook.domain.moments import Channel
from notebook.domain.text import short_name
from notebook.services.phrases import filled
from notebook.services.words import channel_word
from notebook.storage.file import NotebookFile
from notebook.storage.reading import rows_of
from notebook.storage.record import utc_now
from notebook.storage.tables import Person
from notebook.translate import translate

_LEVELS = {
    DetailLevel.SHORT: "Short",
    DetailLevel.MAIN_POINTS: "The main points",
    DetailLevel.EVERYTHING: "Everything",
}
_TAKES_IN = {
    TakesIn.READS: "Reads",
    TakesIn.LOOKS: "Looks at it",
    TakesIn.LISTENS: "Listens",
    TakesIn.TRIES: "Tries it out",
}
_LIKES = {
    TakesIn.READS: "Rather reads",
    TakesIn.LOOKS: "Rather looks at it",
    TakesIn.LISTENS: "Rather listens",
    TakesIn.TRIES: "Rather tries it out",
}
_WANTS = {
    DetailLevel.SHORT: "Wants it short",
    DetailLevel.MAIN_POINTS: "Wants the main points",
    DetailLevel.EVERYTHING: "Wants to know everything",
}
_ASKED = {
    Channel.CALL: "%1 asked not to be called.",
    Channel.EMAIL: "%1 asked for no e-mails.",
    Channel.MESSAGE: "%1 asked for no text messages.",
    Channel.LETTER: "%1 asked for no letters.",
    Channel.FAX: "%1 asked for no faxes.",
    Channel.VISIT: "%1 asked not to be visited.",
    Channel.MEETING: "%1 asked for no meetings.",
}
_LAST_TWO = {
    Channel.CALL: "The last two were by telephone; %1 prefers %2.",
    Channel.EMAIL: "The last two were by e-mail; %1 prefers %2.",
    Channel.MESSAGE: "The last two were text messages; %1 prefers %2.",
    Channel.LETTER: "The last two were letters; %1 prefers %2.",
    Channel.FAX: "The last two were by fax; %1 prefers %2.",
    Channel.VISIT: "The last two were visits; %1 prefers %2.",
    Channel.MEETING: "The last two were meetings; %1 prefers %2.",
}
_PREFERRED = {
    Channel.CALL: "the telephone",
    Channel.EMAIL: "e-mail",
    Channel.MESSAGE: "text messages",
    Channel.LETTER: "letters",
    Channel.FAX: "fax",
    Channel.VISIT: "visits",
    Channel.MEETING: "meetings",
}

_HABITS = """
    SELECT p.name, p.given_name, p.preferred_channel, p.avoided_channels,
        p.channel_said_at IS NOT NULL AS is_said
    FROM person p WHERE p.id = ? AND p.deleted_at IS NULL"""
_NEWEST = """
    SELECT m.channel AS channel FROM moment_person mp JOIN moment m ON m.id = mp.moment_id
    WHERE mp.person_id = ? AND m.deleted_at IS NULL AND m.state = 'logged' AND m.id IS NOT ?
    ORDER BY m.happened_at DESC, m.id DESC LIMIT ?"""


class ChannelHabits:
    """Knows what is worth a word about the channel of a contact that is being logged."""

    def __init__(self, file: NotebookFile) -> None:
        """Read from this notebook."""
        self._file = file

    def notice(self, person_id: int, chosen: Channel) -> str:
        """Return a sentence about this channel for a person; an empty one where all is well.

        It is never a reason not to save. That the preferred channel was not used for long is said
        once, and again only after a contact that did use it.
        """
        head = self._head(person_id)
        if head is None:
            return ""
        called = short_name(head["given_name"], head["name"])
        if chosen in channels_in(head["avoided_channels"]):
            return filled(translate("communication", _ASKED[chosen]), called)
        newest = self._drift(person_id, chosen, head, None)
        return _drift_words(newest, Channel(head["preferred_channel"]), called) if newest else ""

    def remember_said(self, person_id: int, chosen: Channel, moment_id: int) -> None:
        """Note, within the change that logs this moment, that the preferred channel was spoken of."""
        head = self._head(person_id)
        if head is not None and self._drift(person_id, chosen, head, moment_id):
            Person.get_by_id(person_id).amend(channel_said_at=utc_now())

    def forget_said(self, people: Iterable[Person], used: Channel) -> None:
        """Note, within a change, that a channel was used: where it is preferred, all is well again."""
        for person in people:
            if person.preferred_channel is used and person.channel_said_at is not None:
                person.amend(channel_said_at=None)

    def _head(self, person_id: int) -> dict[str, Any] | None:
        return next(iter(rows_of(self._file.database, _HABITS, person_id)), None)

    def _drift(
        self, person_id: int, chosen: Channel, head: Mapping[str, Any], moment_id: int | None
    ) -> list[Channel]:
        """Return the channels of the last contacts, if it is to be said that they are others."""
        word = head["preferred_channel"]
        if not word or head["is_said"] or chosen in channels_in(head["avoided_channels"]):
            return []
        rows = rows_of(self._file.database, _NEWEST, person_id, moment_id, IN_A_ROW - 1)
        newest = [Channel(row["channel"]) for row in rows]
        return newest if is_drifting(Channel(word), newest, chosen) else []


def communication_of(person: Person) -> Communication:
    """Return how a person likes to be spoken with."""
    return Communication(
        person.fallback_channel,
        channels_in(person.avoided_channels),
        person.detail_level,
        person.takes_in,
        person.language,
        person.terms_used,
        person.terms_avoided,
    )


def communication_in(row: Mapping[str, Any]) -> Communication:
    """Return the same from a row of the table of people."""
    level, takes_in, fallback = row["detail_level"], row["takes_in"], row["fallback_channel"]
    return Communication(
        Channel(fallback) if fallback else None,
        channels_in(row["avoided_channels"]),
        DetailLevel(level) if level else None,
        TakesIn(takes_in) if takes_in else None,
        row["language"],
        row["terms_used"],
        row["terms_avoided"],
    )


def communication_columns(known: Communication) -> dict[str, object]:
    """Return the same as columns of the table of people."""
    return {
        "fallback_channel": known.fallback_channel,
        "avoided_channels": channels_as_text(known.avoided_channels),
        "detail_level": known.detail_level,
        "takes_in": known.takes_in,
        "language": known.language,
        "terms_used": known.terms_used,
        "terms_avoided": known.terms_avoided,
    }


def level_word(level: DetailLevel) -> str:
    """Return how much somebody wants to hear, as a choice: "The main points"."""
    return translate("communication", _LEVELS[level])


def takes_in_word(takes_in: TakesIn) -> str:
    """Return how somebody takes things in, as a choice: "Listens"."""
    return translate("communication", _TAKES_IN[takes_in])


def habits_in_words(known: Communication) -> list[str]:
    """Return channels, level of detail and language, a sentence each."""
    lines = []
    if known.fallback_channel:
        words = translate("communication", "Otherwise: %1")
        lines.append(filled(words, channel_word(known.fallback_channel).lower()))
    if known.avoided_channels:
        channels = ", ".join(channel_word(each).lower() for each in known.avoided_channels)
        lines.append(filled(translate("communication", "Please not: %1"), channels))
    return [*lines, *manner_in_words(known)]


def manner_in_words(known: Communication) -> list[str]:
    """Return how to put things to somebody: how much, in which way, in which language."""
    lines = []
    if known.detail_level:
        lines.append(translate("communication", _WANTS[known.detail_level]))
    if known.takes_in:
        lines.append(translate("communication", _LIKES[known.takes_in]))
    if known.language.strip():
        lines.append(filled(translate("communication", "Language: %1"), known.language.strip()))
    return lines


def _drift_words(newest: list[Channel], preferred: Channel, called: str) -> str:
    words = translate("communication", "The last two went another way; %1 prefers %2.")
    if len(set(newest)) == 1:
        words = translate("communication", _LAST_TWO[newest[0]])
    return filled(words, called, translate("communication", _PREFERRED[preferred]))
