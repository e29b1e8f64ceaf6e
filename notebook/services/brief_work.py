"""The projects that a brief speaks of: what was asked and said, read for all of them at once."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from peewee import Database

from notebook.domain.checklists import Checklist, Question
from notebook.domain.projects import ProjectState
from notebook.domain.text import excerpt, short_name
from notebook.services.checklists import kept_checklist
from notebook.services.draft import Said
from notebook.storage.erased_sayers import ERASED_SAYER, somebody
from notebook.storage.reading import rows_of

_MOST_PROJECTS, _NAME_LENGTH = 5, 40

# Work that goes on comes before work that may begin; people of their side have a part in it.
_PROJECTS = """
    SELECT j.id, j.name, j.state, c.content, p.name AS person, p.given_name,
        (SELECT json_group_array(json_array(a.question_key, a.choice, a.text, a.ask_later,
                nullif(a.said_by_id, j.person_id), s.given_name, s.name,
                EXISTS (SELECT 1 FROM answer m WHERE m.project_id = j.id
                    AND m.question_key = :erased || a.question_key
                    AND m.answered_on IS a.answered_on)))
            FROM answer a LEFT JOIN person s ON s.id = a.said_by_id
            WHERE a.project_id = j.id) AS answers,
        EXISTS (SELECT 1 FROM concern c WHERE c.project_id = j.id AND c.closed_on IS NULL
            AND c.deleted_at IS NULL) AS has_concern
    FROM project j JOIN checklist c ON c.id = j.checklist_id JOIN person p ON p.id = j.person_id
    WHERE j.deleted_at IS NULL AND j.state != 'closed' AND j.id IN (
        SELECT id FROM project WHERE person_id IN (SELECT value FROM json_each(:people))
        UNION SELECT project_id FROM project_person
        WHERE person_id IN (SELECT value FROM json_each(:people)) AND side = 'theirs')
    ORDER BY j.id = :first DESC, CASE j.state WHEN 'under-way' THEN 0 WHEN 'agreed' THEN 1
        WHEN 'delivered' THEN 2 WHEN 'exploring' THEN 3 ELSE 4 END, j.id DESC
    LIMIT :most"""


@dataclass(frozen=True, slots=True)
class BriefProject:
    """One project with its questions and answers; `first_name` is that of whom it is for.

    `sayers` are the first names of others who gave an answer, by the key of its question.
    `has_concern`: a concern of somebody is open on it.
    """

    id: int
    name: str
    first_name: str
    state: ProjectState
    checklist: Checklist
    answers: Mapping[str, Said]
    sayers: Mapping[str, str]
    has_concern: bool

    def said(self, question: Question) -> Said:
        """Return what was said to a question."""
        return self.answers.get(question.key, Said())


def projects_of(
    database: Database, people: Sequence[int], first: int | None = None
) -> list[BriefProject]:
    """Return the projects of these people that are not over; the one named `first` leads them."""
    named = {
        "people": json.dumps(list(people)),
        "first": first,
        "most": _MOST_PROJECTS,
        "erased": ERASED_SAYER,
    }
    return [_project(row) for row in rows_of(database, _PROJECTS, **named)]


def _project(row: dict[str, Any]) -> BriefProject:
    answers, sayers = {}, {}
    for key, choice, text, ask_later, said_by, given, name, is_erased in json.loads(row["answers"]):
        answers[key] = Said(choice, text, bool(ask_later), said_by)
        if said_by is not None:
            sayers[key] = _called(given, name)
        elif is_erased:
            sayers[key] = somebody()
    return BriefProject(
        row["id"],
        row["name"],
        _called(row["given_name"], row["person"]),
        ProjectState(row["state"]),
        kept_checklist(row["content"]),
        answers,
        sayers,
        bool(row["has_concern"]),
    )


def _called(given_name: str, name: str) -> str:
    return excerpt(short_name(given_name, name), _NAME_LENGTH)
