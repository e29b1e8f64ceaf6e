"""The contacts of the sample: those told, and between them others at believable distances."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime, time, timedelta
from random import Random

from notebook.domain.moments import Channel, Direction
from notebook.services.moments import MomentDraft
from notebook.services.notebook import Notebook
from notebook.services.sample.told import Sample, Told

_USUAL_RHYTHM_DAYS = 45
_CHANNELS = ("call", "email", "message", "visit", "meeting", "letter", "fax")
_WEIGHTS = (30, 28, 14, 14, 10, 3, 1)
_PREFERRED = 3
"""How much more often the channel is used that somebody prefers."""


def log_contacts(
    notebook: Notebook,
    sample: Sample,
    people: Mapping[str, int],
    projects: Mapping[str, int],
    today: date,
    random: Random,
) -> None:
    """Log everything in the order in which it happened, as it would have been."""
    now = datetime.combine(today, time.max)
    drafts = [
        draft
        for person in sample.people
        for draft in (
            *_told(person, people, projects, today),
            *_others(person, sample, people[person["name"]], today, random),
        )
    ]
    for draft in sorted(drafts, key=lambda each: (each.day, each.at or time.min)):
        notebook.moments.log(draft, now)


def _told(
    person: Told, people: Mapping[str, int], projects: Mapping[str, int], today: date
) -> Iterator[MomentDraft]:
    for moment in person.get("moments", []):
        names = (person["name"], *moment.get("with", []))
        yield MomentDraft(
            person_ids=tuple(people[name] for name in names),
            channel=Channel(moment["channel"]),
            direction=Direction(moment.get("direction", "we")),
            day=today - timedelta(days=moment["days_ago"]),
            at=time.fromisoformat(moment["at"]),
            text=moment["text"],
            their_words=moment.get("their_words", ""),
            project_id=projects.get(moment.get("project", "")),
        )


def _others(
    person: Told, sample: Sample, person_id: int, today: date, random: Random
) -> Iterator[MomentDraft]:
    told = [moment["days_ago"] for moment in person.get("moments", [])]
    missing = person.get("contacts", 0) - len(told) - _taken_part(person, sample.people)
    first = max(told, default=0)
    days = _days_ago(person, missing, max(first, person.get("last_contact", 0)), random)
    if not told and days:
        days[0] = person["last_contact"]
    about = _topics(person, sample.contacts, missing, random)
    for days_ago, (channel, line) in zip(days, about, strict=True):
        text, direction, their_words = (
            (line, "we", "") if isinstance(line, str) else (*line, "")[:3]
        )
        yield MomentDraft(
            person_ids=(person_id,),
            channel=Channel(channel),
            direction=Direction(direction),
            day=today - timedelta(days=days_ago),
            at=time(random.randint(8, 17), random.choice((0, 5, 10, 15, 20, 30, 40, 45, 50))),
            text=text,
            their_words=their_words,
        )


def _taken_part(person: Told, everybody: Sequence[Told]) -> int:
    return sum(
        person["name"] in moment.get("with", [])
        for other in everybody
        for moment in other.get("moments", [])
    )


def _days_ago(person: Told, count: int, newest: int, random: Random) -> list[int]:
    rhythm = person.get("rhythm", _USUAL_RHYTHM_DAYS)
    room = (person["known_for"] - newest) / max(count, 1)
    step = min(rhythm, room)
    return [newest + round(step * (number + random.uniform(0.4, 0.9))) for number in range(count)]


def _topics(
    person: Told, contacts: Mapping[str, Sequence[str | Sequence[str]]], count: int, random: Random
) -> list[tuple[str, str | Sequence[str]]]:
    """Return channels and lines, no line twice with one person as long as there are others."""
    weights = [
        weight * (_PREFERRED if channel == person.get("channel") else 1)
        for channel, weight in zip(_CHANNELS, _WEIGHTS, strict=True)
    ]
    left = {
        channel: random.sample(contacts[channel], len(contacts[channel])) for channel in _CHANNELS
    }
    found: list[tuple[str, str | Sequence[str]]] = []
    while len(found) < count:
        (channel,) = random.choices(_CHANNELS, weights)
        if left[channel]:
            found.append((channel, left[channel].pop()))
    return found
