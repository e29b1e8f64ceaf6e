"""Ideas that add value: written down, done, and what came back."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from notebook.domain.changes import Changes
from notebook.domain.text import excerpt
from notebook.domain.value_ideas import Effort
from notebook.errors import Refused
from notebook.services.people import present
from notebook.services.phrases import filled
from notebook.storage.file import NotebookFile
from notebook.storage.idea_tables import ValueIdea
from notebook.storage.reading import lines_of
from notebook.storage.record import utc_now
from notebook.translate import translate

_LABEL_LENGTH = 60


@dataclass(frozen=True, slots=True)
class IdeaLine:
    """One idea; `thanked_on` is when they thanked us for it."""

    id: int
    text: str
    effort: Effort
    done_on: date | None
    thanked_on: date | None


@dataclass(frozen=True, slots=True)
class IdeaDraft:
    """An idea as it is written down."""

    text: str = ""
    effort: Effort = Effort.SMALL
    person_id: int | None = None


class ValueIdeas:
    """Writes ideas down and says what became of them."""

    def __init__(self, file: NotebookFile) -> None:
        """Write to this notebook."""
        self._file = file

    def add(
        self, person_id: int, text: str, effort: Effort, project_id: int | None = None
    ) -> Changes:
        """Write an idea down; `created` is its id. Raises Refused without words."""
        if not text.strip():
            raise Refused(translate("ideas", "Write the idea down first."))
        present(person_id)
        with self._file.change(_label(translate("ideas", "Idea: %1"), text)) as change:
            idea = ValueIdea.create(
                person=person_id, project=project_id, text=text.strip(), effort=effort
            )
            change.done(idea.id)
        return change.changes

    def draft(self, idea_id: int) -> IdeaDraft:
        """Return an idea as it can be changed; raises Refused when it is gone."""
        idea = _present(idea_id)
        return IdeaDraft(idea.text, idea.effort, idea.person_id)

    def change(self, idea_id: int, text: str, effort: Effort) -> Changes:
        """Change an idea; raises Refused without words."""
        if not text.strip():
            raise Refused(translate("ideas", "Write the idea down first."))
        words = translate("ideas", "Changed the idea: %1")
        return self._amend(idea_id, words, text=text.strip(), effort=effort)

    def done(self, idea_id: int, today: date) -> Changes:
        """Say that we did it today; raises Refused where it is done already."""
        if _present(idea_id).done_on is not None:
            raise Refused(translate("ideas", "This is done already."))
        return self._amend(idea_id, translate("ideas", "Done: %1"), done_on=today)

    def thanked(self, idea_id: int, today: date) -> Changes:
        """Say that they thanked us for it; what is thanked for was done.

        Raises Refused where they did already.
        """
        idea = _present(idea_id)
        if idea.thanked_on is not None:
            raise Refused(translate("ideas", "They thanked us for this already."))
        words = translate("ideas", "Thanked for: %1")
        return self._amend(idea_id, words, done_on=idea.done_on or today, thanked_on=today)

    def open_again(self, idea_id: int) -> Changes:
        """Say that it was not done after all; raises Refused for what is not done."""
        if _present(idea_id).done_on is None:
            raise Refused(translate("ideas", "This is not done yet."))
        words = translate("ideas", "Not done yet: %1")
        return self._amend(idea_id, words, done_on=None, thanked_on=None)

    def trash(self, idea_id: int) -> Changes:
        """Put an idea into the trash."""
        return self._amend(idea_id, translate("ideas", "Deleted: %1"), deleted_at=utc_now())

    def _amend(self, idea_id: int, words: str, **values: object) -> Changes:
        idea = _present(idea_id)
        with self._file.change(_label(words, idea.text)) as change:
            idea.amend(**values)
        return change.changes


def idea_of_row(row: Mapping[str, Any]) -> IdeaLine:
    """Return an idea of a card."""
    days = [date.fromisoformat(day) if day else None for day in (row["done_on"], row["thanked_on"])]
    return IdeaLine(row["id"], row["text"], Effort(row["effort"]), *days)


def effort_word(effort: Effort) -> str:
    """Return what an idea costs us: "small effort"."""
    return {
        Effort.SMALL: translate("ideas", "small effort"),
        Effort.MEDIUM: translate("ideas", "some effort"),
        Effort.LARGE: translate("ideas", "large effort"),
    }[effort]


def ideas_of_project(project_id: int) -> tuple[IdeaLine, ...]:
    """Return the ideas of a project, those to be done first."""
    query = (
        ValueIdea.select(
            ValueIdea.id,
            ValueIdea.text,
            ValueIdea.effort,
            ValueIdea.done_on,
            ValueIdea.thanked_on,
        )
        .where(ValueIdea.project == project_id, ValueIdea.deleted_at.is_null())
        .order_by(ValueIdea.done_on.is_null().desc(), ValueIdea.id)
    )
    return tuple(lines_of(query, IdeaLine))


def _present(idea_id: int) -> ValueIdea:
    idea: ValueIdea | None = ValueIdea.get_or_none(
        (ValueIdea.id == idea_id) & ValueIdea.deleted_at.is_null()
    )
    if idea is None:
        raise Refused(translate("ideas", "This idea is no longer in the notebook."))
    return idea


def _label(words: str, text: str) -> str:
    return filled(words, excerpt(text, _LABEL_LENGTH))
