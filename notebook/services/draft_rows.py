"""The rows behind a draft: read as entries, and written back only where something differs."""

from collections.abc import Iterable

from notebook.domain.projects import ProjectState
from notebook.domain.text import short_name
from notebook.errors import Refused
from notebook.services.answer_rows import answers_of
from notebook.services.checklists import kept_checklist
from notebook.services.draft import (
    DeliverableEntry,
    Draft,
    PersonEntry,
    ProjectFacts,
)
from notebook.services.fit_gate import GATE_KEYS, gate_in
from notebook.services.need_rows import needs_of, promised_count
from notebook.services.phrases import filled
from notebook.services.responsibility_rows import (
    hand_over_responsibilities,
    responsibilities_of,
)
from notebook.services.row_writing import write_rows
from notebook.storage.reading import lines_of, tuples_of
from notebook.storage.tables import (
    Checklist,
    Deliverable,
    Person,
    Project,
    ProjectPerson,
    Promise,
)
from notebook.translate import translate


def project_row(project_id: int) -> Project:
    """Return the row of a project; raises Refused if it or its person is in the trash."""
    project: Project | None = (
        Project.select(Project, Person)
        .join(Person)
        .where(Project.id == project_id, Project.deleted_at.is_null())
        .first()
    )
    if project is None:
        raise Refused(translate("projects", "This project is no longer in the notebook."))
    if project.person.deleted_at is not None:
        words = translate("projects", "%2 is in the trash, and %1 too. Restore %2 first.")
        raise Refused(filled(words, project.name, project.person.name))
    return project


def agreed_project(project_id: int) -> Project:
    """Return the row of a project that is agreed and not closed; raises Refused otherwise."""
    project = project_row(project_id)
    refuse_closed(project.state, project.name)
    if project.agreed_on is None:
        text = translate("projects", "{name} is not agreed yet. Finish its questions first.")
        raise Refused(text.replace("{name}", project.name))
    return project


def refuse_closed(state: ProjectState, name: str) -> None:
    """Raise Refused for a closed project, in which nothing is done."""
    if state is ProjectState.CLOSED:
        raise Refused(closed_words(name))


def closed_words(name: str) -> str:
    """Return why nothing is done in a closed project."""
    return translate("projects", "{name} is closed. Open it again first.").replace("{name}", name)


def read_draft(project_id: int) -> Draft:
    """Return everything that the wizard holds of a project; raises Refused if it is gone."""
    project = project_row(project_id)
    kept = Checklist.get_by_id(project.checklist_id)
    person = project.person
    answers, sayers = answers_of(project_id)
    return Draft(
        project_id=project.id,
        facts=ProjectFacts(project.name, person.id, kept.key, project.begins_on, project.ends_on),
        person_name=person.name,
        first_name=short_name(person.given_name, person.name),
        state=project.state,
        agreed_on=project.agreed_on,
        checklist=kept_checklist(kept.content),
        step=project.step,
        answers={key: said for key, said in answers.items() if key not in GATE_KEYS},
        deliverables=deliverables_of(project_id),
        needs=needs_of(project_id),
        people=people_of(project_id),
        promised=promised_count(project_id),
        responsibilities=responsibilities_of(project_id),
        gate=gate_in(answers),
        sayers=sayers,
    )


def deliverables_of(project_id: int) -> tuple[DeliverableEntry, ...]:
    """Return what is to be delivered, in its order."""
    query = (
        Deliverable.select(
            Deliverable.id,
            Deliverable.what,
            Deliverable.how,
            Deliverable.due_on,
            Deliverable.agreed,
            Deliverable.their_view,
        )
        .where(Deliverable.project == project_id)
        .order_by(Deliverable.position, Deliverable.id)
    )
    return tuple(lines_of(query, DeliverableEntry))


def people_of(project_id: int) -> tuple[PersonEntry, ...]:
    """Return who is in the project, in their order."""
    query = (
        ProjectPerson.select(
            ProjectPerson.id,
            Person.id,
            Person.name,
            ProjectPerson.side,
            ProjectPerson.role,
            ProjectPerson.introduced,
        )
        .join(Person)
        .where(ProjectPerson.project == project_id, Person.deleted_at.is_null())
        .order_by(ProjectPerson.position, ProjectPerson.id)
    )
    return tuple(PersonEntry(*row) for row in tuples_of(query))


def write_deliverables(project_id: int, entries: Iterable[DeliverableEntry]) -> None:
    """Make these the deliverables, without the empty ones."""
    wanted = {
        entry.id: {
            "what": entry.what,
            "how": entry.how,
            "due_on": entry.due_on,
            "agreed": entry.agreed,
            "their_view": entry.their_view,
            "position": position,
        }
        for position, entry in enumerate(each for each in entries if not each.is_empty)
    }
    rows = Deliverable.select().where(Deliverable.project == project_id)
    write_rows(Deliverable, rows, wanted, {"project": project_id})


def write_people(project_id: int, entries: Iterable[PersonEntry]) -> None:
    """Make these the people in the project; whoever is in the trash keeps the place."""
    wanted = {
        entry.id: {
            "person_id": entry.person_id,
            "side": entry.side,
            "role": entry.role,
            "introduced": entry.introduced,
            "position": position,
        }
        for position, entry in enumerate(entries)
    }
    # Somebody may have gone to the trash while the entries were filled in.
    rows = (
        ProjectPerson.select()
        .join(Person)
        .where(
            ProjectPerson.project == project_id,
            Person.deleted_at.is_null() | ProjectPerson.id.in_(list(wanted)),
        )
    )
    write_rows(ProjectPerson, rows, wanted, {"project": project_id})


def hand_over(project_id: int, before: int, after: int) -> None:
    """Put another person where the one before stood: among the people, with what we need, too."""
    query = ProjectPerson.select().where(ProjectPerson.project == project_id)
    rows = {row.person_id: row for row in query}
    if before in rows and after in rows:
        rows[before].delete_instance()
    elif before in rows:
        rows[before].amend(person_id=after)
    for need in needs_of(project_id):
        if need.person_id == before:
            Promise.get_by_id(need.id).amend(person_id=after)
    hand_over_responsibilities(project_id, before, after)
