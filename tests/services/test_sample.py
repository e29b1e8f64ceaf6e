"""The sample notebook: enough of everything, relative to any day, and nobody real."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from notebook.domain.moments import MomentState
from notebook.domain.projects import ProjectState
from notebook.domain.reminders import Source
from notebook.domain.urgency import ReminderGroup
from notebook.domain.warmth import Warmth
from notebook.services.notebook import Notebook
from notebook.services.people_list import PeopleOrder, PersonLine
from notebook.services.projects import ProjectOrder
from notebook.services.sample import fill
from notebook.storage.all_tables import TABLES
from notebook.storage.file import NotebookFile
from notebook.storage.reading import tuples_of
from notebook.storage.record import Record
from notebook.storage.tables import ContactDetail, Moment, Person

OF_THE_PICTURES = {
    "Marta Lindqvist": ("Hotel Lindqvist · Owner", Warmth.WARM),
    "Marcus Okafor": ("Okafor Bakery · Owner", Warmth.AT_RISK),
    "Lena Thorsen": ("Thorsen & Daughters · Owner", Warmth.COOLING),
    "Samuel Reyes": ("City Library · Events", Warmth.WARM),
    "Ana Pereira": ("Pereira Ceramics · Potter", Warmth.WARM),
    "Yuki Kimura": ("Harbour Dental · Dentist", Warmth.COOLING),
    "Deborah Nash": ("Nash Legal · Partner", Warmth.WARM),
    "Peter Brandt": ("Brandt Cycles · Owner", Warmth.WARM),
    "Hana Cohen": ("Green Table · Chef and owner", Warmth.WARM),
}
FICTIONAL = re.compile(
    r"\+44 7700 900\d{3}|\+44 20 7946 0\d{3}|\+44 117 496 0\d{3}"  # Ofcom, for drama
    r"|\+1 202 555 01\d\d"  # North American Numbering Plan, fictitious use
    r"|\+33 1 99 00 \d\d \d\d"  # Arcep, audiovisual works
    r"|\+49 30 23125 \d{3}"  # Bundesnetzagentur, media
    r"|\+46 70 174 06 \d\d"  # Post- och telestyrelsen, books and films
)


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory, template: Path) -> Iterator[Notebook]:
    path = tmp_path_factory.mktemp("sample") / "notebook.db"
    path.write_bytes(template.read_bytes())
    notebook = Notebook(NotebookFile(path))
    fill(notebook, date(2026, 11, 22))
    yield notebook
    notebook.file.close()


def people(notebook: Notebook, today: date) -> list[PersonLine]:
    return notebook.people_list.window(PeopleOrder.NAME, 0, 100, today)


def told(table: type[Record]) -> list[str]:
    """Return what the rows of a table say, without ids and the time of writing."""
    made = {"id", "created_at", "changed_at"}
    columns = [
        field
        for field in table._meta.sorted_fields
        if field.name not in made and not hasattr(field, "rel_model")
    ]
    if not columns:
        return [str(table.select().count())]
    return sorted(repr(row) for row in tuples_of(table.select(*columns)))


def test_there_is_enough_of_everything(filled: Notebook, today: date) -> None:
    assert filled.people_list.count() == 40
    assert Moment.select().where(Moment.state == MomentState.LOGGED).count() == 200
    assert Moment.select().where(Moment.state == MomentState.PLANNED).count() == 2
    assert len(filled.people.team()) == 3
    states = [line.state for line in filled.projects.window(ProjectOrder.NAME, 0, 20)]
    assert len(states) == 6
    assert set(states) == set(ProjectState) - {ProjectState.CLOSED}


def test_the_people_of_the_pictures_are_there(filled: Notebook, today: date) -> None:
    lines = {line.name: (line.second_line, line.warmth) for line in people(filled, today)}
    assert OF_THE_PICTURES.items() <= lines.items()
    assert {warmth for _, warmth in lines.values()} == set(Warmth)
    first = filled.people_list.window(PeopleOrder.LAST_CONTACT, 0, 1, today)[0]
    assert first.name == "Marta Lindqvist"


def test_every_group_and_source_of_the_panel_has_lines(filled: Notebook, today: date) -> None:
    due = filled.reminders.due(today)
    assert [group.group for group in due.groups] == list(ReminderGroup)
    assert {line.source for group in due.groups for line in group.lines} == set(Source)
    today_lines = next(group for group in due.groups if group.group is ReminderGroup.TODAY).lines
    assert "Wish Samuel a happy birthday" in [line.what for line in today_lines]
    assert today_lines[0].what == "Meet Marta Lindqvist 14:00"
    assert "How did it go with Hana Cohen?" in [line.what for line in due.lines]


def test_it_is_where_the_notebook_begins(filled: Notebook) -> None:
    assert filled.upkeep.next_undo == ""
    assert filled.upkeep.undo() is None
    assert filled.upkeep.redo() is None
    assert not filled.file.changed_since_opened
    filled.upkeep.check()


def test_nobody_can_be_reached_who_exists(filled: Notebook) -> None:
    details = list(ContactDetail.select())
    assert len(details) > 50
    for detail in details:
        if detail.kind == "phone":
            assert FICTIONAL.fullmatch(detail.value), detail.value
        elif detail.kind == "email":
            assert re.fullmatch(r"[a-z]+@example\.(com|org)", detail.value)
        elif detail.kind == "website":
            assert re.match(r"https://example\.(com|org)/", detail.value)


def test_the_histories_are_possible(filled: Notebook, today: date) -> None:
    for person in Person.select():
        days = [moment.day for moment in filled.moments.of_person(person.id, 100)]
        assert all(person.known_since <= day <= today for day in days), person.name
        assert person.last_contact_on == max(days, default=None)
        texts = [moment.text for moment in filled.moments.of_person(person.id, 100)]
        assert len(texts) == len(set(texts)), person.name


def test_marta_has_a_full_card(filled: Notebook, today: date) -> None:
    marta = next(line.id for line in people(filled, today) if line.name == "Marta Lindqvist")
    card = filled.cards.card(marta, today)
    assert card.looked_after_by == "Tom Arden"
    assert card.birthday is not None
    assert card.birthday.iso() == "1982-03-12"
    assert card.moment_count == 16
    assert {promise.text for promise in card.open_promises} == {
        "Colour swatches for the north wall", "Key for the service door",
    }  # fmt: skip
    assert [project.name for project in card.projects] == ["Lobby mural"]
    others = {moment.others for moment in filled.moments.of_person(marta, 20)}
    assert others == {(), ("Paul Lindqvist",)}


@pytest.mark.parametrize(
    "today",
    [date(2028, 2, 29), date(2027, 2, 28), date(2026, 12, 31), date(2027, 1, 1)],
    ids=str,
)
def test_any_day_will_do(notebook: Notebook, today: date) -> None:
    fill(notebook, today)
    due = notebook.reminders.due(today)
    assert [group.group for group in due.groups] == list(ReminderGroup)
    newest = notebook.people_list.window(PeopleOrder.LAST_CONTACT, 0, 1, today)[0]
    assert newest.last_contact_on == today - timedelta(days=1)
    notebook.upkeep.check()


def test_the_same_seed_makes_the_same_sample(tmp_path: Path, today: date) -> None:
    made = []
    for name, seed in (("one", 7), ("two", 7), ("three", 8)):
        notebook = Notebook.open(tmp_path / name / "notebook.db")
        fill(notebook, today, seed=seed)
        made.append({table.__name__: told(table) for table in TABLES})
        notebook.file.close()
    assert made[0] == made[1]
    assert made[0]["Moment"] != made[2]["Moment"]
    assert made[0]["Project"] == made[2]["Project"]
