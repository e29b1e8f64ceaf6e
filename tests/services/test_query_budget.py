"""How many statements a screen costs: a few, however full the notebook is."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, datetime, time
from pathlib import Path
from shutil import copy

import pytest

from notebook.services.notebook import Notebook
from notebook.services.people_list import PeopleOrder
from notebook.services.sample import fill

Ask = Callable[[Notebook, int, date], object]

BUDGETS: list[tuple[str, int, Ask]] = [
    ("a card", 6, lambda notebook, marta, today: notebook.cards.card(marta, today)),
    (
        "a window of the list",
        2,
        lambda notebook, _, today: notebook.people_list.window(PeopleOrder.NAME, 0, 60, today),
    ),
    (
        "a window by last contact",
        2,
        lambda notebook, _, today: notebook.people_list.window(
            PeopleOrder.LAST_CONTACT, 0, 60, today
        ),
    ),
    ("a place in the list", 2, lambda notebook, marta, _: notebook.people_list.position(
        marta, PeopleOrder.LAST_CONTACT
    )),
    ("a search", 6, lambda notebook, _, today: notebook.people_list.search("the wall", today)),
    ("a window of the timeline", 1, lambda notebook, marta, _: notebook.moments.of_person(
        marta, 50
    )),
    (
        "a brief",
        14,  # begin, six for the card, contacts, plans, projects, dates, words, what happened since
        lambda notebook, marta, today: notebook.briefs.brief(marta, today),
    ),
    ("a card to be edited", 6, lambda notebook, marta, _: notebook.people.draft(marta)),
    (
        "an organisation",
        9,  # to find it, six to read it, and what holds them together
        lambda notebook, _, today: notebook.organisations.page(
            notebook.organisations.named("Hotel Lindqvist")[0].id, today, 40
        ),
    ),
    (
        "a window of the organisations",
        1,
        lambda notebook, _, today: notebook.organisations.window(0, 60, today),
    ),
    ("the page of the team", 3, lambda notebook, _, today: notebook.team.page(today)),
    ("the team", 1, lambda notebook, *_: notebook.people.team()),
    ("the name of undo", 1, lambda notebook, *_: notebook.upkeep.next_undo),
    (
        "what is told at its time",
        9,  # begin, two sources with three each, the leap day, commit
        lambda notebook, _, today: notebook.notifications.timed(
            datetime.combine(today, time(9)), datetime.combine(today, time(9)), 15
        ),
    ),
]  # fmt: skip


@pytest.fixture(scope="module")
def sample(template: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Notebook]:
    path = Path(copy(template, tmp_path_factory.mktemp("budget") / "notebook.db"))
    notebook = Notebook.open(path)
    fill(notebook, date(2026, 11, 22))
    yield notebook
    notebook.file.close()


@contextmanager
def counted(notebook: Notebook) -> Iterator[list[str]]:
    """Note every statement that reaches SQLite."""
    connection = notebook.file.database.connection()
    statements: list[str] = []
    connection.set_trace_callback(statements.append)
    try:
        yield statements
    finally:
        connection.set_trace_callback(None)
        # What full-text search does within is told as a comment.
        statements[:] = [each for each in statements if not each.startswith("--")]


@pytest.mark.parametrize(("what", "budget", "ask"), BUDGETS, ids=[each[0] for each in BUDGETS])
def test_a_screen_stays_within_its_statements(
    sample: Notebook, today: date, what: str, budget: int, ask: Ask
) -> None:
    marta = sample.people_list.search("Marta Lindqvist", today)[0].id
    with counted(sample) as statements:
        ask(sample, marta, today)
    assert 1 <= len(statements) <= budget, f"{what}: {statements}"
