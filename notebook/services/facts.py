"""Things worth remembering, one by one: written down, still true, used, no longer kept."""

from collections.abc import Mapping
from datetime import date

from notebook.domain.changes import Changes
from notebook.domain.facts import SENSITIVE, FactGroup
from notebook.domain.text import excerpt
from notebook.errors import Refused
from notebook.services.card_parts import FactDraft, add_fact
from notebook.services.people import present
from notebook.services.phrases import filled
from notebook.services.words import group_word
from notebook.storage.file import NotebookFile
from notebook.storage.tables import Fact
from notebook.translate import translate

_LABEL_LENGTH = 60

_COUNTS = """
    SELECT f.fact_group, count(*) FROM fact f JOIN person p ON p.id = f.person_id
    WHERE f.fact_group IN ({groups}) AND p.deleted_at IS NULL GROUP BY f.fact_group"""


class Facts:
    """Says of a fact what became of it."""

    def __init__(self, file: NotebookFile) -> None:
        """Write to this notebook."""
        self._file = file

    def add(self, person_id: int, draft: FactDraft, today: date) -> Changes:
        """Write down one more thing; raises Refused without words, and for somebody who is gone."""
        if not draft.text.strip():
            raise Refused(translate("facts", "Write down what is worth remembering."))
        person = present(person_id)
        label = _label(translate("facts", "Written down: %1"), draft)
        with self._file.change(label) as change:
            change.done(add_fact(person, draft, today).id)
        return change.changes

    def confirm(self, fact_id: int, today: date) -> Changes:
        """Say that a fact is still true; raises Refused for one that is gone."""
        return self._amend(fact_id, translate("facts", "Still true: %1"), confirmed_on=today)

    def use(self, fact_id: int, today: date) -> Changes:
        """Say that a talk began with this fact today: the next one should not."""
        return self._amend(fact_id, translate("facts", "Used as an opener: %1"), used_on=today)

    def remove(self, fact_id: int) -> Changes:
        """Forget a fact; undo brings it back."""
        fact = _present(fact_id)
        with self._file.change(_label(translate("facts", "Removed: %1"), fact)) as change:
            fact.delete_instance()
        return change.changes

    def sensitive_counts(self) -> Mapping[FactGroup, int]:
        """Return how many facts are kept in each sensitive group, hidden ones among them."""
        groups = ", ".join("?" * len(SENSITIVE))
        rows = self._file.database.execute_sql(_COUNTS.format(groups=groups), SENSITIVE).fetchall()
        counts = {FactGroup(group): number for group, number in rows}
        return {group: counts.get(group, 0) for group in SENSITIVE}

    def _amend(self, fact_id: int, words: str, **values: object) -> Changes:
        fact = _present(fact_id)
        with self._file.change(_label(words, fact)) as change:
            fact.amend(**values)
        return change.changes


def _present(fact_id: int) -> Fact:
    fact: Fact | None = Fact.get_or_none(Fact.id == fact_id)
    if fact is None:
        raise Refused(translate("facts", "This is no longer on the card."))
    return fact


def _label(words: str, fact: Fact | FactDraft) -> str:
    """Return what undo and history call the change; they tell nothing that may be hidden later."""
    is_sensitive = fact.group in SENSITIVE
    return filled(words, group_word(fact.group) if is_sensitive else _short(fact.text))


def _short(text: str) -> str:
    return excerpt(text, _LABEL_LENGTH)
