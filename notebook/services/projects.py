"""Projects: the list of them, their states, and what was delivered."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from notebook.domain.changes import Changes
from notebook.domain.projects import ProjectState, may_become
from notebook.domain.text import excerpt, sort_key
from notebook.errors import Refused
from notebook.services.check_ins.plans import projects_to_ask
from notebook.services.delivering import deliver_all, mark_delivered
from notebook.services.draft_rows import agreed_project, project_row, refuse_closed
from notebook.services.project_ends import what_ends
from notebook.services.project_lines import delivery_lines
from notebook.services.project_moments import RECENT_MOMENTS, ProjectMoment, recent_moments
from notebook.services.project_outcome import forget_outcome
from notebook.services.project_page import ProjectPage, read_page
from notebook.services.project_states import refuse_state, state_label
from notebook.services.since_meeting import SinceMeeting, since_meeting
from notebook.storage.file import NotebookFile
from notebook.storage.reading import not_in_trash
from notebook.storage.record import utc_now
from notebook.storage.tables import Deliverable, ProjectPerson
from notebook.translate import translate

_LABEL_LENGTH = 60


class ProjectOrder(StrEnum):
    """How the list is sorted."""

    NEXT_DATE = "next-date"
    NAME = "name"


@dataclass(frozen=True, slots=True)
class ProjectLine:
    """One line of the list; `next_on` is the next delivery that is still to come or late.

    `check_in_due`: the customer is to be asked by now; only where a day was given.
    """

    id: int
    name: str
    person_id: int
    person_name: str
    state: ProjectState
    next_on: date | None
    has_concern: bool = False
    check_in_due: bool = False


# Without a delivery to come the end of the project counts, as long as it is not delivered.
_NEXT_ON = """coalesce(
    (SELECT min(d.due_on) FROM deliverable d
        WHERE d.project_id = p.id AND d.delivered_on IS NULL),
    CASE WHEN p.state IN ('delivered', 'closed') THEN NULL ELSE p.ends_on END)"""

_CONCERN = """EXISTS (SELECT 1 FROM concern c
    WHERE c.project_id = p.id AND c.closed_on IS NULL AND c.deleted_at IS NULL) AS has_concern"""

# Whose project it is matters only while a text is looked for: nothing is joined for all of them.
_LISTED = f"""p.deleted_at IS NULL AND (:all OR p.state != 'closed')
    AND {not_in_trash("person", "p.person_id")}
    AND (:text = '' OR instr(p.sort_key, :text)
        OR instr((SELECT e.sort_key FROM person e WHERE e.id = p.person_id), :text))"""

_ORDERS = {
    ProjectOrder.NAME: "{row}.sort_key, {row}.id",
    ProjectOrder.NEXT_DATE: "{row}.next_on IS NULL, coalesce({row}.next_on, ''),"
    " {row}.sort_key, {row}.id",
}


class Projects:
    """Reads projects, moves them from state to state, marks what is delivered."""

    def __init__(self, file: NotebookFile) -> None:
        """Write to this notebook."""
        self._file = file

    def count(self, *, closed_too: bool = False, text: str = "") -> int:
        """Return how many projects the list has; `text` is looked for in their and people's names."""
        values = _values(closed_too=closed_too, text=text)
        return int(self._rows(f"SELECT count(*) FROM project p WHERE {_LISTED}", **values)[0][0])

    def window(
        self,
        order: ProjectOrder,
        offset: int,
        limit: int,
        *,
        closed_too: bool = False,
        text: str = "",
        today: date | None = None,
    ) -> list[ProjectLine]:
        """Return `limit` lines from the `offset`-th on, in this order, as they stand `today`."""
        rows = self._rows(
            f"WITH listed AS ({_listed(order)}), wanted AS (SELECT * FROM listed"
            f" ORDER BY {_key(order, 'listed')} LIMIT :limit OFFSET :offset)"
            f" SELECT p.id, p.name, e.id, e.name, p.state, {_NEXT_ON}, {_CONCERN} FROM wanted"
            " JOIN project p ON p.id = wanted.id JOIN person e ON e.id = p.person_id"
            f" ORDER BY {_key(order, 'wanted')}",
            limit=limit,
            offset=offset,
            **_values(closed_too=closed_too, text=text),
        )
        ids = [row[0] for row in rows]
        due = projects_to_ask(self._file.database, ids, today) if today else frozenset()
        return [_line(row, due) for row in rows]

    def position(
        self, project_id: int, order: ProjectOrder, *, closed_too: bool = False, text: str = ""
    ) -> int | None:
        """Return where a project stands in the list; None for one that isn't there."""
        rows = self._rows(
            f"WITH listed AS MATERIALIZED ({_listed(order)})"
            f" SELECT (SELECT count(*) FROM listed WHERE ({_key(order, 'listed')})"
            f" < ({_key(order, 'own')})) FROM listed own WHERE own.id = :id",
            id=project_id,
            **_values(closed_too=closed_too, text=text),
        )
        return int(rows[0][0]) if rows else None

    def page(self, project_id: int) -> ProjectPage:
        """Return a project's page; raises Refused if it is gone."""
        return read_page(self._file.database, project_id)

    def older_moments(self, project_id: int, most: int) -> tuple[ProjectMoment, ...]:
        """Return the contacts of a project after the newest, which its page knows."""
        return recent_moments(project_id, most, RECENT_MOMENTS)

    def since_meeting(self, project_id: int, today: date) -> SinceMeeting | None:
        """Return what changed since the last meeting; None before there was one."""
        return since_meeting(self._file.database, project_id, today)

    def still_to_deliver(self, project_id: int) -> tuple[str, ...]:
        """Return what of a project is not delivered yet, by its day."""
        lines = delivery_lines(project_id)
        return tuple(line.title for line in lines if line.delivered_on is None)

    def what_rests(self, project_id: int, new: ProjectState, today: date) -> tuple[str, ...]:
        """Return what nobody would be reminded of in a state that may follow, in sentences.

        Only in a project that is talked about anew everything agreed rests.
        """
        project = project_row(project_id)
        is_closed = project.state is ProjectState.CLOSED
        if is_closed or new is not ProjectState.EXPLORING or not may_become(project.state, new):
            return ()
        ends = what_ends(self._file.database, project_id, today)
        return (*ends.deliveries, *ends.check_ins, *ends.reports)

    def set_state(
        self, project_id: int, new: ProjectState, *, all_delivered_on: date | None = None
    ) -> Changes:
        """Move a project on, or one step back; staying as it is changes nothing.

        `all_delivered_on` is the day on which whatever was still open was delivered; without it
        that stays open, and reminds in the state of delivered, too.

        Raises Refused for a state that does not follow (see notebook.domain.projects), for one
        that needs an agreement when there is none, and for the end, which has an outcome.
        """
        project = project_row(project_id)
        if project.state is new:
            return Changes("")
        refuse_state(project, new)
        open_ones = self.still_to_deliver(project_id) if all_delivered_on is None else ()
        with self._file.change(state_label(project, new, is_open=bool(open_ones))) as change:
            if project.state is ProjectState.CLOSED:
                forget_outcome(project_id)
            if all_delivered_on is not None:
                deliver_all(project_id, all_delivered_on)
            project.amend(state=new)
        return change.changes

    def deliver(self, deliverable_id: int, day: date) -> Changes:
        """Mark something as delivered on `day`; the first delivery begins the work.

        Raises Refused before the project is agreed, once it is closed, and for the same day again.
        """
        deliverable = _deliverable(deliverable_id)
        if deliverable.delivered_on == day:
            raise Refused(translate("projects", "It is delivered already."))
        label = translate("projects", "Delivered: {what}").format(what=_title(deliverable))
        with self._file.change(label) as change:
            mark_delivered(deliverable, day)
        return change.changes

    def take_back(self, deliverable_id: int) -> Changes:
        """Mark something as not delivered after all; raises Refused like `deliver`."""
        deliverable = _deliverable(deliverable_id)
        if deliverable.delivered_on is None:
            raise Refused(translate("projects", "It is not delivered yet."))
        label = translate("projects", "Not delivered yet: {what}").format(what=_title(deliverable))
        with self._file.change(label) as change:
            deliverable.amend(delivered_on=None)
        return change.changes

    def introduce(self, project_id: int, person_id: int, *, introduced: bool) -> Changes:
        """Say that the other side has met somebody, or not yet; the agreement needs no amendment.

        Raises Refused for somebody who is not in the project, and once it is closed.
        """
        project = project_row(project_id)
        refuse_closed(project.state, project.name)
        row: ProjectPerson | None = ProjectPerson.get_or_none(
            (ProjectPerson.project == project_id) & (ProjectPerson.person == person_id)
        )
        if row is None:
            text = translate("projects", "This person is not in {name}.")
            raise Refused(text.format(name=project.name))
        if row.introduced == introduced:
            return Changes("")
        words = (
            translate("projects", "Introduced {person} for {name}")
            if introduced
            else translate("projects", "Not introduced yet for {name}: {person}")
        )
        label = words.format(person=row.person.name, name=project.name)
        with self._file.change(label) as change:
            row.amend(introduced=introduced)
        return change.changes

    def trash(self, project_id: int) -> Changes:
        """Put a project into the trash, from which it can come back with everything."""
        project = project_row(project_id)
        label = translate("projects", "Moved {name} to the trash").format(name=project.name)
        with self._file.change(label) as change:
            project.amend(deleted_at=utc_now())
        return change.changes

    def _rows(self, statement: str, **values: object) -> list[Any]:
        rows: list[Any] = self._file.database.execute_sql(statement, values).fetchall()
        return rows


def _deliverable(deliverable_id: int) -> Deliverable:
    deliverable: Deliverable | None = Deliverable.get_or_none(Deliverable.id == deliverable_id)
    if deliverable is None:
        raise Refused(translate("projects", "This delivery is no longer in the notebook."))
    agreed_project(deliverable.project_id)
    return deliverable


def _title(deliverable: Deliverable) -> str:
    return excerpt(deliverable.what.strip() or deliverable.how, _LABEL_LENGTH)


def _values(*, closed_too: bool, text: str) -> dict[str, object]:
    return {"all": closed_too, "text": sort_key(text).partition("\x1f")[0].strip()}


def _listed(order: ProjectOrder) -> str:
    next_on = _NEXT_ON if order is ProjectOrder.NEXT_DATE else "NULL"
    return f"SELECT p.id, p.sort_key, {next_on} AS next_on FROM project p WHERE {_LISTED}"


def _key(order: ProjectOrder, row: str) -> str:
    """Return what the list is sorted by, of the row that is called so."""
    return _ORDERS[order].format(row=row)


def _line(row: tuple[int, str, int, str, str, str | None, int], due: frozenset[int]) -> ProjectLine:
    project_id, name, person_id, person_name, state, next_on, has_concern = row
    return ProjectLine(
        project_id,
        name,
        person_id,
        person_name,
        ProjectState(state),
        date.fromisoformat(next_on) if next_on else None,
        bool(has_concern),
        project_id in due,
    )
