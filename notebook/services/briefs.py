"""The meeting brief: one page about a person, whatever is known, made in an instant."""

import json
from collections.abc import Sequence
from datetime import date

from notebook.domain.dates_in_words import long_day
from notebook.domain.moments import parse_when
from notebook.domain.projects import Agreed
from notebook.services.brief_help import what_could_help
from notebook.services.brief_meeting import (
    first_meeting,
    moment_with_people,
    names_of,
    next_meeting,
    planned_line,
    with_others,
)
from notebook.services.brief_page import (
    Brief,
    BriefPart,
    BriefSection,
    filled_sections,
    most_lines,
    section,
)
from notebook.services.brief_person import (
    how_to_say_it,
    not_known_yet,
    open_promises,
    said,
    start_with,
    subjects_to_avoid,
    where_we_stand,
)
from notebook.services.brief_projects import (
    agreed_dates,
    expectations,
    open_questions,
    standing_questions,
)
from notebook.services.brief_several import MOST_IN_FULL, called_by, each_in_short
from notebook.services.brief_since import since_you_met
from notebook.services.brief_work import BriefProject, projects_of
from notebook.services.cards import Cards, PersonCard
from notebook.services.concern_page import ConcernLine, open_concern_lines
from notebook.services.moments import Moments
from notebook.services.phrases import filled
from notebook.services.preferences import Preferences
from notebook.services.timeline import MomentLine, TimelineFilter, TimelinePart
from notebook.storage.file import NotebookFile
from notebook.storage.reading import rows_of
from notebook.storage.tables import Moment, Person
from notebook.translate import translate

_MOST_SAID = 3
_TO_COME = TimelineFilter(part=TimelinePart.TO_COME)
_MOST_PROJECTS = 2

_DATES = """
    SELECT d.due_on, CASE WHEN trim(d.what) != '' THEN d.what ELSE d.how END AS what, d.agreed,
        count(*) OVER () AS total
    FROM deliverable d JOIN project j ON j.id = d.project_id
    WHERE j.id IN (SELECT value FROM json_each(?)) AND j.state IN ('agreed', 'under-way', 'delivered')
        AND d.delivered_on IS NULL AND d.due_on IS NOT NULL
    ORDER BY d.due_on, d.position, d.id LIMIT ?"""

_THEIR_WORDS = """
    SELECT m.their_words AS words, m.happened_at AS happened_at, count(*) OVER () AS total
    FROM moment_person mp JOIN moment m ON m.id = mp.moment_id
    WHERE mp.person_id = ? AND m.deleted_at IS NULL AND m.state = 'logged'
        AND m.their_words != ''
    ORDER BY m.happened_at DESC, m.id DESC LIMIT ?"""


class Briefs:
    """Makes briefs."""

    def __init__(
        self, file: NotebookFile, cards: Cards, moments: Moments, preferences: Preferences
    ) -> None:
        """Read from this notebook."""
        self._file = file
        self._cards, self._moments, self._preferences = cards, moments, preferences

    def brief(self, person_id: int, today: date) -> Brief:
        """Return the page about a person; raises Refused for somebody who is gone."""
        with self._file.database.atomic("DEFERRED"):  # all from one state of the file
            return self._brief(person_id, today)

    def meeting(self, moment_id: int, today: date) -> Brief:
        """Return the page about everybody who takes part in a planned moment.

        With one person it is their brief; with several, each has a part of it. Raises Refused for
        a moment that is gone, or one whose people are.
        """
        with self._file.database.atomic("DEFERRED"):
            moment, people = moment_with_people(moment_id)
            if len(people) == 1:
                return self._brief(people[0].id, today, planned_line(moment, today))
            return self._meeting(moment, people, today)

    def _meeting(self, moment: Moment, people: Sequence[Person], today: date) -> Brief:
        cards = [self._cards.card(person.id, today) for person in people[:MOST_IN_FULL]]
        ids = [person.id for person in people]
        projects = projects_of(self._file.database, ids, moment.project_id)
        if projects and projects[0].id == moment.project_id:
            projects = projects[:1]
        planned = with_others(planned_line(moment, today), people[MOST_IN_FULL:])
        since = [self._since(card, called_by(card), today) for card in cards]
        leap_day = self._preferences.leap_day()
        parts = each_in_short(list(zip(cards, since, strict=True)), today, leap_day)
        half = (len(parts) + 1) // 2
        is_known = bool(projects or any(card.moment_count for card in cards))
        asking = [*standing_questions(projects, is_known=is_known), *open_questions(projects)]
        right = (
            *parts[half:],
            *expectations(projects),
            self._dates(projects, today),
            section(BriefPart.ASKING, translate("brief", "Worth asking"), asking),
        )
        return Brief(
            person_id=people[0].id,
            name=names_of([person.name for person in people]),
            about="",
            context=_context(projects, today),
            left=filled_sections((next_meeting(planned, today), *parts[:half])),
            right=filled_sections(right),
        )

    def _brief(self, person_id: int, today: date, planned: MomentLine | None = None) -> Brief:
        card = self._cards.card(person_id, today)
        called = called_by(card)
        planned = planned or self._planned(card, today)
        projects = projects_of(
            self._file.database, [person_id], planned.project_id if planned else None
        )
        contacts = self._moments.of_person(person_id, most_lines(BriefPart.STANDING))
        left = (
            next_meeting(planned, today),
            first_meeting(card, called),
            start_with(card, called, today, self._preferences.leap_day()),
            where_we_stand(card, called, contacts, self._concerns(card, projects), today),
            self._since(card, called, today),
            open_promises(card, today),
            _worth_asking(card, called, projects),
        )
        right = (
            *expectations(projects),
            self._dates(projects, today),
            self._their_words(card, called, today),
            what_could_help(card, called, today),
            subjects_to_avoid(card),
        )
        return Brief(
            person_id=person_id,
            name=card.name,
            about=", ".join(part for part in (card.role, card.organisation) if part),
            context=_context(projects, today),
            left=filled_sections(left),
            right=filled_sections(right),
            photo_at=card.photo_at,
        )

    def _concerns(
        self, card: PersonCard, projects: Sequence[BriefProject]
    ) -> tuple[ConcernLine, ...]:
        """Return their own open concerns, then those of others on the projects that it speaks of."""
        on_projects = (
            open_concern_lines(self._file.database, project_id=each.id)
            for each in projects
            if each.has_concern
        )
        others = (each for found in on_projects for each in found if each.person_id != card.id)
        return (*card.open_concerns, *others)

    def _planned(self, card: PersonCard, today: date) -> MomentLine | None:
        if not card.planned_count:
            return None
        planned = self._moments.timeline(card.id, _TO_COME, card.planned_count)
        return next((each for each in planned if each.day >= today), None)

    def _since(self, card: PersonCard, called: str, today: date) -> BriefSection:
        if not card.has_met:
            return section(BriefPart.SINCE, "", ())
        return since_you_met(self._file.database, card.id, called, today)

    def _dates(self, projects: Sequence[BriefProject], today: date) -> BriefSection:
        rows = rows_of(
            self._file.database,
            _DATES,
            json.dumps([project.id for project in projects]),
            most_lines(BriefPart.DATES),
        )
        coming = [
            (date.fromisoformat(row["due_on"]), row["what"], Agreed(row["agreed"])) for row in rows
        ]
        return agreed_dates(coming, rows[0]["total"] if rows else 0, today)

    def _their_words(self, card: PersonCard, called: str, today: date) -> BriefSection:
        rows = rows_of(self._file.database, _THEIR_WORDS, card.id, _MOST_SAID)
        known = how_to_say_it(card)
        lines = [said(row["words"], parse_when(row["happened_at"])[0], today) for row in rows]
        total = len(known) + (rows[0]["total"] if rows else 0)
        heading = filled(translate("brief", "In the words of %1"), called)
        return section(BriefPart.WORDS, heading, [*known, *lines], total)


def _worth_asking(card: PersonCard, called: str, projects: Sequence[BriefProject]) -> BriefSection:
    is_known = bool(card.moment_count or projects)
    lines = [
        *standing_questions(projects, is_known=is_known),
        *open_questions(projects),
        *not_known_yet(card, called),
    ]
    return section(BriefPart.ASKING, translate("brief", "Worth asking"), lines)


def _context(projects: Sequence[BriefProject], today: date) -> str:
    names = names_of([project.name for project in projects], _MOST_PROJECTS)
    return " · ".join(part for part in (long_day(today, today), names) if part)
