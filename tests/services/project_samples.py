"""A project with everything filled in, as tests of projects need it."""

from datetime import date

from notebook.domain.changes import Changes
from notebook.domain.projects import Agreed
from notebook.domain.promises import Side
from notebook.services.concern_page import ConcernLine, open_concern_lines
from notebook.services.draft import (
    DeliverableEntry,
    Entry,
    Gate,
    NeedEntry,
    PersonEntry,
    ProjectFacts,
    ResponsibilityEntry,
    Said,
)
from notebook.services.finishing import Finished
from notebook.services.notebook import Notebook
from notebook.services.timeline import TimelineFilter, TimelinePart

TODAY = date(2026, 11, 22)
FIRST_COAT_ON = date(2026, 11, 28)


def add_person(notebook: Notebook, name: str) -> int:
    return notebook.people.add(name, TODAY).new_id


def begin(
    notebook: Notebook,
    name: str = "Lobby mural",
    person: str = "Marta Lindqvist",
    *,
    is_ours: bool | None = True,
) -> int:
    facts = ProjectFacts(name, add_person(notebook, person), "any-project")
    project_id = notebook.drafts.begin(facts).new_id
    say_whether_ours(notebook, project_id, is_ours=is_ours)
    return project_id


def say_whether_ours(notebook: Notebook, project_id: int, *, is_ours: bool | None = True) -> None:
    """Answer the question before the end of the wizard, within the change before."""
    step = notebook.drafts.read(project_id).step
    notebook.drafts.save(project_id, Entry(gate=Gate(is_ours)), step, TODAY, goes_on=True)


def agree(notebook: Notebook, project_id: int, today: date = TODAY) -> tuple[Changes, Finished]:
    """Say that it is ours, and finish."""
    say_whether_ours(notebook, project_id)
    return notebook.drafts.finish(project_id, today)


def fill_in(notebook: Notebook, project_id: int) -> None:
    """Answer everything but who answers for what."""
    marta = notebook.drafts.read(project_id).facts.person_id
    tom = add_person(notebook, "Tom Berg")
    new = notebook.drafts.new_row_id
    entries = [
        Entry({"pleased": Said(text="Always on time"), "disappointed": Said(text="The bill")}),
        Entry({"rave-review": Said(text="Guests look up\n\nNo surprises on the bill\n")}),
        Entry(
            {
                "rhythm": Said("weekly"),
                "channel": Said("email", "Before 10:00. Copy Paul."),
                "in-person": Said(text="When the scaffold goes up"),
            }
        ),
        Entry(
            deliverables=(
                DeliverableEntry(new(), "First coat", "By hand", FIRST_COAT_ON, Agreed.YES),
                DeliverableEntry(
                    new(), "North wall", "", date(2026, 12, 12), Agreed.NO, "rather 5 December"
                ),
            )
        ),
        Entry(
            {"explained": Said("yes", "How plaster dries")},
            needs=(
                NeedEntry(
                    new(), marta, "Marta Lindqvist", "Key for the service door", date(2026, 11, 25)
                ),
            ),
        ),
        Entry(
            people=(
                *notebook.drafts.read(project_id).people,
                PersonEntry(new(), tom, "Tom Berg", Side.OURS, "leads"),
            )
        ),
    ]
    for step, entry in enumerate(entries, start=2):
        notebook.drafts.save(project_id, entry, step, TODAY)


def responsibility(
    notebook: Notebook, what: str = "Signs off each wall", name: str = "Marta"
) -> ResponsibilityEntry:
    return ResponsibilityEntry(notebook.drafts.new_row_id(), what, Side.THEIRS, name=name)


def finish(notebook: Notebook) -> int:
    project_id = begin(notebook)
    fill_in(notebook, project_id)
    notebook.drafts.finish(project_id, TODAY)
    return project_id


def open_concerns(
    notebook: Notebook, *, person_id: int | None = None, project_id: int | None = None
) -> tuple[ConcernLine, ...]:
    """Return the open concerns of a person or a project, as card and page show them."""
    database = notebook.file.database
    return open_concern_lines(database, person_id=person_id, project_id=project_id)


def contacts_with(notebook: Notebook, person_id: int) -> int:
    """Return how many contacts with a person are logged."""
    return notebook.moments.count(person_id, TimelineFilter(part=TimelinePart.PAST))
