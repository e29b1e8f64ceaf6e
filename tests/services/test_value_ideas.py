"""Ideas that add value: written down, done, thanked for."""

from datetime import date

import pytest

from notebook.domain.value_ideas import Effort
from notebook.errors import Refused
from notebook.services.notebook import Notebook
from notebook.services.value_ideas import IdeaLine, ideas_of_project
from tests.services.project_samples import finish


def test_an_idea_is_done_thanked_for_and_taken_back(notebook: Notebook, today: date) -> None:
    project = finish(notebook)
    marta = notebook.drafts.read(project).facts.person_id
    ideas = notebook.value_ideas
    idea = ideas.add(marta, " Lend the long ladder ", Effort.SMALL, project).new_id
    ideas.add(marta, "A plan of the colours", Effort.MEDIUM, project)
    ideas.thanked(idea, today)
    assert [line.text for line in ideas_of_project(project)] == [
        "A plan of the colours",
        "Lend the long ladder",
    ]
    for again in (ideas.done, ideas.thanked):
        with pytest.raises(Refused, match="already"):
            again(idea, today)
    last = ideas_of_project(project)[-1]
    assert last == IdeaLine(idea, "Lend the long ladder", Effort.SMALL, today, today)
    ideas.open_again(idea)
    assert ideas_of_project(project)[0] == IdeaLine(
        idea, "Lend the long ladder", Effort.SMALL, None, None
    )
    with pytest.raises(Refused, match="not done yet"):
        ideas.open_again(idea)
    ideas.trash(idea)
    assert len(ideas_of_project(project)) == 1
    (trashed,) = notebook.upkeep.trash()
    assert (trashed.kind, trashed.title) == ("value_idea", "Lend the long ladder")
    notebook.upkeep.restore("value_idea", idea)
    assert len(ideas_of_project(project)) == 2


def test_an_idea_needs_words_and_a_person(notebook: Notebook, today: date) -> None:
    marta = notebook.people.add("Marta", today).new_id
    with pytest.raises(Refused):
        notebook.value_ideas.add(marta, "  ", Effort.SMALL)
    with pytest.raises(Refused):
        notebook.value_ideas.add(7, "A plan", Effort.SMALL)
    with pytest.raises(Refused):
        notebook.value_ideas.done(7, today)
