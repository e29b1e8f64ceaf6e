"""What is closed, or went to the trash with its person, is not changed until it is back."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime

import pytest

from notebook.domain.moments import Channel
from notebook.domain.outcomes import Ending
from notebook.domain.projects import ProjectState
from notebook.errors import Refused
from notebook.services.agreements import read_agreement
from notebook.services.amendments import AmendmentDraft
from notebook.services.draft import Entry, Said
from notebook.services.notebook import Notebook
from notebook.services.outcomes import OutcomeDraft
from tests.services.project_samples import begin, finish

LOST = OutcomeDraft(Ending.LOST)


@pytest.fixture
def project(notebook: Notebook) -> int:
    return finish(notebook)


@pytest.fixture
def deeds(
    notebook: Notebook, project: int, now: datetime, today: date
) -> list[Callable[[], object]]:
    """Return what is done in a project that is under way."""
    report = notebook.progress_reports.draft(project, today)
    tom = notebook.drafts.read(project).people[1].person_id
    first = notebook.projects.page(project).deliverables[0].id
    anew = AmendmentDraft(Entry({"channel": Said("letter")}), None, today)
    answer = Entry({"responsibilities": Said(text="Marta signs off")})
    return [
        lambda: notebook.amendments.amendable(project, "channel"),
        lambda: notebook.amendments.amend(project, "channel", anew, today),
        lambda: notebook.projects.introduce(project, tom, introduced=True),
        lambda: notebook.projects.deliver(first, today),
        lambda: notebook.progress_reports.draft(project, today),
        lambda: notebook.progress_reports.keep(project, "Hello"),
        lambda: notebook.progress_reports.sent(report, "Hello", Channel.EMAIL, now),
        lambda: notebook.drafts.save(project, answer, 6, today),
    ]


def refused(deeds: list[Callable[[], object]], why: str) -> None:
    for deed in deeds:
        with pytest.raises(Refused, match=why):
            deed()


def test_in_a_closed_project_nothing_is_changed(
    notebook: Notebook, project: int, deeds: list[Callable[[], object]], today: date
) -> None:
    assert notebook.projects.page(project).our_key
    notebook.outcomes.close(project, LOST, today)
    before = notebook.upkeep.next_undo
    refused(deeds, "Lobby mural is closed. Open it again first.")
    assert notebook.upkeep.next_undo == before
    page, agreement = notebook.projects.page(project), read_agreement(project, today)
    assert page.our_key == ""
    items = [item for part in agreement.parts for item in part.items]
    assert not any(item.key or item.open_key for item in items)
    notebook.projects.set_state(project, ProjectState.AGREED)
    for deed in deeds:
        deed()


def test_a_draft_that_was_closed_is_not_filled_in(notebook: Notebook, today: date) -> None:
    project = begin(notebook)
    draft = notebook.drafts.read(project)
    notebook.outcomes.close(project, LOST, today)
    entry = Entry({"pleased": Said(text="Always on time")})
    with pytest.raises(Refused, match="is closed"):
        notebook.drafts.save(project, entry, 3, today)
    with pytest.raises(Refused, match="is closed"):
        notebook.drafts.save_project(project, replace(draft.facts, name="Shed"), 2)
    before = notebook.upkeep.next_undo
    notebook.drafts.save(project, Entry(), 5, today)  # turning a page changes nothing
    assert notebook.drafts.read(project).step == draft.step
    assert notebook.upkeep.next_undo == before


def test_a_project_rests_while_its_person_is_in_the_trash(
    notebook: Notebook, project: int, deeds: list[Callable[[], object]], today: date
) -> None:
    marta = notebook.drafts.read(project).facts.person_id
    changes = notebook.people.trash(marta)
    assert changes.label == "Moved Marta Lindqvist and 1 project to the trash"
    why = "Marta Lindqvist is in the trash, and Lobby mural too. Restore Marta Lindqvist first."
    refused(deeds, why)
    others: list[Callable[[], object]] = [
        lambda: notebook.projects.page(project),
        lambda: notebook.projects.set_state(project, ProjectState.UNDER_WAY),
        lambda: notebook.outcomes.close(project, LOST, today),
    ]
    refused(others, why)
    notebook.upkeep.restore("person", marta)
    for deed in deeds:
        deed()
