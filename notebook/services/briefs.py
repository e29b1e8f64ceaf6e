"""The meeting brief: one page about a person, whatever is known, made in an instant."""

import json
from collections.abc import Sequence
from datetime import date

from notebook.domain.dates_in_words import long_day
from notebook.domain.moments import parse_when
from notebook.domain.projects import Agreed
from notebook.domain.text import excerpt, first_name
from notebook.services.brief_help import what_could_help
from notebook.services.brief_meeting import first_meeting, next_meeting
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
from notebook.services.cards import Cards, PersonCard
from notebook.services.draft import Draft
from notebook.services.draft_rows import read_draft
from notebook.services.moments import Moments
from notebook.services.phrases import filled
from notebook.services.preferences import Preferences
from notebook.services.timeline import MomentLine, TimelineFilter, TimelinePart
from notebook.storage.file import NotebookFile
from notebook.storage.reading import rows_of
from notebook.translate import translate

_MOST_PROJECTS = 5
_MOST_SAID = 3
_TO_COME = TimelineFilter(part=TimelinePart.TO_COME)
_CALLED_LENGTH, _PROJECT_LENGTH = 40, 60

# Work that goes on comes before work that may begin; people of their side have a part in it.
_PROJECTS = """
    SELECT j.id FROM project j
    WHERE j.deleted_at IS NULL AND j.state != 'closed' AND j.id IN (
        SELECT id FROM project WHERE person_id = :person
        UNION SELECT project_id FROM project_person WHERE person_id = :person AND side = 'theirs')
    ORDER BY CASE j.state WHEN 'under-way' THEN 0 WHEN 'agreed' THEN 1 WHEN 'delivered' THEN 2
        WHEN 'exploring' THEN 3 ELSE 4 END, j.id DESC
    LIMIT :most"""

_DATES = """
    SELECT d.due_on, CASE WHEN trim(d.what) != '' THEN d.what ELSE d.how END AS what, d.agreed,
        count(*) OVER () AS total
    FROM deliverable d JOIN project j ON j.id = d.project_id
    WHERE j.id IN (SELECT value FROM json_each(?)) AND j.state IN ('agreed', 'under-way')
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

    def _brief(self, person_id: int, today: date) -> Brief:
        card = self._cards.card(person_id, today)
        called = excerpt(card.given_name.strip() or first_name(card.name), _CALLED_LENGTH)
        drafts = self._drafts(person_id)
        contacts = self._moments.of_person(person_id, most_lines(BriefPart.STANDING))
        left = (
            next_meeting(self._planned(card, today), today),
            first_meeting(card, called),
            start_with(card, called, today, self._preferences.leap_day()),
            where_we_stand(card, called, contacts, today),
            open_promises(card, today),
            _worth_asking(card, called, drafts),
        )
        right = (
            *(expectations(draft, called) for draft in drafts[:1]),
            self._dates(drafts, today),
            self._their_words(card, called, today),
            what_could_help(card, called, today),
            subjects_to_avoid(card),
        )
        return Brief(
            person_id=person_id,
            name=card.name,
            about=", ".join(part for part in (card.role, card.organisation) if part),
            context=_context(drafts, today),
            left=filled_sections(left),
            right=filled_sections(right),
            photo_at=card.photo_at,
        )

    def _planned(self, card: PersonCard, today: date) -> MomentLine | None:
        if not card.planned_count:
            return None
        planned = self._moments.timeline(card.id, _TO_COME, card.planned_count)
        return next((each for each in planned if each.day >= today), None)

    def _drafts(self, person_id: int) -> list[Draft]:
        rows = self._file.database.execute_sql(
            _PROJECTS, {"person": person_id, "most": _MOST_PROJECTS}
        ).fetchall()
        return [read_draft(project_id) for (project_id,) in rows]

    def _dates(self, drafts: Sequence[Draft], today: date) -> BriefSection:
        rows = rows_of(
            self._file.database,
            _DATES,
            json.dumps([draft.project_id for draft in drafts]),
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


def _worth_asking(card: PersonCard, called: str, drafts: Sequence[Draft]) -> BriefSection:
    is_known = bool(card.moment_count or drafts)
    lines = [
        *standing_questions(drafts, is_known=is_known),
        *open_questions(drafts),
        *not_known_yet(card, called),
    ]
    return section(BriefPart.ASKING, translate("brief", "Worth asking"), lines)


def _context(drafts: Sequence[Draft], today: date) -> str:
    project = excerpt(drafts[0].facts.name, _PROJECT_LENGTH) if drafts else ""
    return " · ".join(part for part in (long_day(today, today), project) if part)
