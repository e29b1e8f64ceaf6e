"""What they say about a delivery of which nobody asked them, or with which they did not agree."""

from dataclasses import dataclass
from datetime import date

from notebook.domain.changes import Changes
from notebook.domain.checklists import AnswerKind, personalise
from notebook.domain.projects import Agreed
from notebook.domain.text import excerpt
from notebook.errors import Refused
from notebook.services.amendments import answer_words
from notebook.services.draft_rows import agreed_project, read_draft
from notebook.services.phrases import filled
from notebook.storage.amendment_tables import Amendment
from notebook.storage.file import NotebookFile
from notebook.storage.tables import Deliverable
from notebook.translate import translate

_LABEL_LENGTH = 60


@dataclass(frozen=True, slots=True)
class AskedDelivery:
    """A delivery that they are asked about, with what they said so far."""

    title: str
    due_on: date | None
    agreed: Agreed
    their_view: str
    first_name: str


class DeliveryAnswers:
    """Writes down whether a delivery suits them, after the rest was agreed."""

    def __init__(self, file: NotebookFile) -> None:
        """Write to this notebook."""
        self._file = file

    def asked(self, deliverable_id: int) -> AskedDelivery:
        """Return what to ask; raises Refused where nothing is open about it any more."""
        row = _open(deliverable_id)
        called = read_draft(row.project_id).first_name
        return AskedDelivery(_title(row), row.due_on, row.agreed, row.their_view, called)

    def answer(self, deliverable_id: int, agreed: Agreed, their_view: str, today: date) -> Changes:
        """Write down what they say; something they said before stays beside the agreement.

        Raises Refused like `asked`, without an answer, and for what they said already.
        """
        row = _open(deliverable_id)
        if agreed is Agreed.OPEN:
            raise Refused(translate("deliveries", "Choose whether it suits, then save again."))
        if (agreed, their_view) == (row.agreed, row.their_view):
            raise Refused(translate("deliveries", "This is what they said already."))
        words = (
            translate("deliveries", "Agreed: %1")
            if agreed is Agreed.YES
            else translate("deliveries", "Not agreed: %1")
        )
        with self._file.change(filled(words, _title(row))) as change:
            before = _answers(row.project_id)
            said_before = row.agreed is Agreed.NO or bool(row.their_view.strip())
            row.amend(agreed=agreed, their_view=their_view)
            if said_before:
                _keep_before(row.project_id, before, today)
        return change.changes


def _answers(project_id: int) -> dict[str, tuple[str, str]]:
    """Return question and answer of each list of deliverables, by the question's key."""
    draft = read_draft(project_id)
    return {
        each.key: (personalise(each.text, draft.first_name), answer_words(each, draft))
        for each in draft.checklist.questions
        if each.kind is AnswerKind.DELIVERABLES
    }


def _keep_before(project_id: int, before: dict[str, tuple[str, str]], today: date) -> None:
    said_by = read_draft(project_id).facts.person_id
    for key, (question, new) in _answers(project_id).items():
        Amendment.create(
            project=project_id,
            question_key=key,
            question=question,
            old=before[key][1],
            new=new,
            said_by=said_by,
            amended_on=today,
        )


def _open(deliverable_id: int) -> Deliverable:
    row: Deliverable | None = Deliverable.get_or_none(Deliverable.id == deliverable_id)
    if row is None:
        raise Refused(translate("deliveries", "This delivery is no longer in the notebook."))
    agreed_project(row.project_id)
    if row.delivered_on is not None:
        raise Refused(translate("deliveries", "It is delivered already."))
    if row.agreed is Agreed.YES:
        raise Refused(
            translate(
                "deliveries", "It is agreed. Change it in the agreement, which keeps the old."
            )
        )
    return row


def _title(row: Deliverable) -> str:
    return excerpt(row.what.strip() or row.how, _LABEL_LENGTH)
