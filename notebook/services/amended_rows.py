"""The rows of lists that are agreed anew: what is done already stays, and days that change are moves."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from notebook.domain.moves import NewDay
from notebook.domain.promises import PromiseState, Side
from notebook.domain.text import excerpt
from notebook.errors import Refused
from notebook.services.draft import DeliverableEntry, NeedEntry
from notebook.services.draft_rows import write_deliverables
from notebook.services.need_rows import need_rows, promise_needs
from notebook.services.new_days import check_not_over
from notebook.services.phrases import filled
from notebook.services.promise_rows import move_promise
from notebook.services.row_writing import differs
from notebook.storage.care_tables import DeliveryMove
from notebook.storage.record import utc_now
from notebook.storage.tables import Deliverable, Promise
from notebook.translate import translate

_TITLE_LENGTH = 60  # characters


@dataclass(frozen=True, slots=True)
class AgreedAnew:
    """When and why something is agreed anew; `at` is kept as the time of all that belongs to it."""

    on: date
    reason: str
    today: date
    at: str


def amend_deliverables(
    project_id: int, entries: Iterable[DeliverableEntry], anew: AgreedAnew
) -> None:
    """Make these the deliverables that are agreed.

    Raises Refused where something that is delivered would move or go, and for a new day that is
    over.
    """
    wanted = {entry.id: entry for entry in entries if not entry.is_empty}
    rows = {row.id: row for row in Deliverable.select().where(Deliverable.project == project_id)}
    for row in rows.values():
        if row.delivered_on is not None:
            _check_delivered(row, wanted.get(row.id))
    for entry in wanted.values():
        before = rows[entry.id].due_on if entry.id in rows else None
        if entry.due_on is not None and entry.due_on != before:
            check_not_over(entry.due_on, anew.today, _title(entry.what, entry.how))
            _keep_move(entry, before, anew)
    write_deliverables(project_id, wanted.values())


def _check_delivered(row: Deliverable, entry: DeliverableEntry | None) -> None:
    title = _title(row.what, row.how)
    if entry is None:
        words = translate("amendments", "“%1” is delivered already, so it stays in the agreement.")
        raise Refused(filled(words, title))
    if entry.due_on != row.due_on:
        words = translate("amendments", "“%1” is delivered already, so its day stays.")
        raise Refused(filled(words, title))


def _keep_move(entry: DeliverableEntry, before: date | None, anew: AgreedAnew) -> None:
    """Keep a day that changed as a move, so that the time line tells of it too."""
    if before is not None and entry.due_on is not None:
        DeliveryMove.create(
            deliverable=entry.id,
            from_on=before,
            to_on=entry.due_on,
            said_on=anew.on,
            reason=anew.reason,
            created_at=anew.at,
        )


def amend_needs(project_id: int, entries: Iterable[NeedEntry], anew: AgreedAnew) -> None:
    """Make these what we need from them; what is not needed any more goes to the trash.

    Raises Refused where something that is settled would change or go, and for a new day that is
    over.
    """
    wanted = {entry.id: entry for entry in entries if entry.text.strip()}
    for row in need_rows(project_id):
        entry = wanted.pop(row.id, None)
        if row.state in {PromiseState.OPEN, PromiseState.DRAFT}:
            _amend_need(row, entry, anew)
        elif entry is None or differs(row, _need_values(entry)):
            words = translate("amendments", "“%1” is settled already, so it stays as it is.")
            raise Refused(filled(words, excerpt(row.text, _TITLE_LENGTH)))
    for entry in wanted.values():
        _check_need_day(entry, anew)
        Promise.create(
            id=entry.id,
            project=project_id,
            side=Side.THEIRS,
            state=PromiseState.OPEN,
            is_need=True,
            **_need_values(entry),
        )
    promise_needs(project_id)


def _amend_need(row: Promise, entry: NeedEntry | None, anew: AgreedAnew) -> None:
    if entry is None:
        row.amend(deleted_at=utc_now())
        return
    if entry.due_on is not None and entry.due_on != row.due_on:
        _check_need_day(entry, anew)
        move_promise(row, NewDay(entry.due_on, anew.on, anew.reason), anew.at)
    row.amend(**_need_values(entry))


def _check_need_day(entry: NeedEntry, anew: AgreedAnew) -> None:
    if entry.due_on is not None:
        check_not_over(entry.due_on, anew.today, excerpt(entry.text, _TITLE_LENGTH))


def _need_values(entry: NeedEntry) -> dict[str, object]:
    return {"person_id": entry.person_id, "text": entry.text, "due_on": entry.due_on}


def _title(what: str, how: str) -> str:
    return excerpt(what.strip() or how, _TITLE_LENGTH)
