"""The projects of the sample, begun and agreed as the wizard would have done it."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from notebook.domain.outcomes import Ending, SaidBy, Why
from notebook.domain.projects import Agreed, ProjectState
from notebook.domain.promises import Side
from notebook.services.checklists import ANY_PROJECT
from notebook.services.draft import (
    DeliverableEntry,
    Draft,
    Entry,
    Gate,
    NeedEntry,
    PersonEntry,
    ProjectFacts,
    ResponsibilityEntry,
    Said,
)
from notebook.services.notebook import Notebook
from notebook.services.outcomes import OutcomeDraft
from notebook.services.sample.told import Told, day

_GOT_BY_THEMSELVES = {ProjectState.DRAFT, ProjectState.AGREED, ProjectState.CLOSED}
"""States that follow from the questions, and the end, which has its own words."""


def begin_projects(
    notebook: Notebook, told: Sequence[Told], people: Mapping[str, int], today: date
) -> dict[str, int]:
    """Begin each project, take it as far as it has come, and return the ids by name."""
    return {project["name"]: _begin(notebook, project, people, today) for project in told}


def close_projects(
    notebook: Notebook, told: Sequence[Told], projects: Mapping[str, int], today: date
) -> None:
    """Close those of the past, with what became of them and why."""
    for project in told:
        if outcome := project.get("outcome"):
            draft = OutcomeDraft(
                Ending(outcome["ending"]),
                tuple(Why(why) for why in outcome["whys"]),
                SaidBy(outcome["said_by"]),
                outcome.get("note", ""),
                sent_to=outcome.get("sent_to", ""),
                sent_why=outcome.get("why", ""),
            )
            on = day(today, outcome, "on") or today
            notebook.outcomes.close(projects[project["name"]], draft, on)


def _begin(notebook: Notebook, told: Told, people: Mapping[str, int], today: date) -> int:
    facts = ProjectFacts(
        told["name"],
        people[told["person"]],
        ANY_PROJECT,
        day(today, told, "begins"),
        day(today, told, "ends"),
    )
    agreed_on = day(today, told, "agreed")
    project_id = notebook.drafts.begin(facts).new_id
    draft = notebook.drafts.read(project_id)
    entry = _entry(notebook, told, draft, people, today)
    asked_on = agreed_on or day(today, told, "asked") or today
    if agreed_on:
        entry = replace(entry, gate=Gate(is_ours=True))
    step = told.get("step", len(draft.checklist.steps) + 1)
    notebook.drafts.save(project_id, entry, step, asked_on)
    if agreed_on:
        notebook.drafts.finish(project_id, agreed_on)
        _carry_out(notebook, told, entry, today)
    if ProjectState(told["state"]) not in _GOT_BY_THEMSELVES:
        notebook.projects.set_state(project_id, ProjectState(told["state"]))
    return project_id


def _entry(
    notebook: Notebook, told: Told, draft: Draft, people: Mapping[str, int], today: date
) -> Entry:
    new = notebook.drafts.new_row_id
    person_id = people[told["person"]]
    deliverables = tuple(
        DeliverableEntry(
            new(),
            each["what"],
            each.get("how", ""),
            day(today, each, "due"),
            Agreed(each["agreed"]),
            each.get("view", ""),
        )
        for each in told["deliverables"]
    )
    needs = tuple(
        NeedEntry(new(), person_id, told["person"], each["text"], day(today, each, "due"))
        for each in told["needs"]
    )
    return Entry(
        _answers(told),
        deliverables,
        needs,
        _people(notebook, told, draft, people) or draft.people,
        _responsibilities(notebook, told, people, today),
    )


def _answers(told: Told) -> dict[str, Said]:
    later = {key: Said(ask_later=True) for key in told["later"]}
    return later | {
        key: Said(text=said) if isinstance(said, str) else Said(*said)
        for key, said in told["answers"].items()
    }


def _people(
    notebook: Notebook, told: Told, draft: Draft, people: Mapping[str, int]
) -> tuple[PersonEntry, ...]:
    rows = {each.person_id: each.id for each in draft.people}
    return tuple(
        PersonEntry(
            rows.get(people[name]) or notebook.drafts.new_row_id(),
            people[name],
            name,
            Side(side),
            role,
            introduced,
        )
        for name, side, role, introduced in told["people"]
    )


def _responsibilities(
    notebook: Notebook, told: Told, people: Mapping[str, int], today: date
) -> tuple[ResponsibilityEntry, ...]:
    return tuple(
        ResponsibilityEntry(
            notebook.drafts.new_row_id(),
            each["what"],
            Side(each["side"]),
            people.get(each["who"]),
            each["who"],
            day(today, each, "until"),
            each.get("after", False),
        )
        for each in told.get("answers_for", ())
    )


def _carry_out(notebook: Notebook, told: Told, entry: Entry, today: date) -> None:
    """Deliver what was delivered since, and close the promises that were kept."""
    for row, each in zip(entry.deliverables or (), told["deliverables"], strict=True):
        if delivered_on := day(today, each, "delivered"):
            notebook.projects.deliver(row.id, delivered_on)
    for need, each in zip(entry.needs or (), told["needs"], strict=True):
        if kept_on := day(today, each, "kept"):
            notebook.promises.keep(need.id, kept_on)
