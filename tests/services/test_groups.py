"""Groups: named, given a rhythm, filled, removed and brought back."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from notebook.domain.warmth import ReasonKind, Warmth
from notebook.errors import Refused
from notebook.formats.vcard import read
from notebook.services.notebook import Notebook
from notebook.services.people import PersonDraft
from notebook.storage.tables import Person
from tests.reading import rows_in

DAY = timedelta(days=1)
HOSTILE = "<b>R&D</b> %1"


def person(
    notebook: Notebook, today: date, name: str, *groups: str, rhythm: int | None = None
) -> int:
    draft = PersonDraft(name, groups=groups, rhythm_days=rhythm)
    return notebook.people.save(None, draft, today).new_id


def touch(person_id: int) -> tuple[int | None, int | None]:
    row = Person.get_by_id(person_id)
    return row.touch_days, row.touch_maximum


def on_card(notebook: Notebook, person_id: int, today: date) -> list[str]:
    return [group.name for group in notebook.cards.card(person_id, today).groups]


def counts(notebook: Notebook) -> dict[str, int]:
    return {line.name: line.people for line in notebook.groups.all()}


def test_a_card_names_its_groups_and_new_names_make_new_ones(
    notebook: Notebook, today: date, notebook_path: Path
) -> None:
    marta = person(notebook, today, "Marta", "Customers", "  customers ", HOSTILE, "")
    paul = person(notebook, today, "Paul", "CUSTOMERS")
    assert counts(notebook) == {"Customers": 2, HOSTILE: 1}
    assert on_card(notebook, marta, today) == [HOSTILE, "Customers"]
    notebook.people.save(marta, PersonDraft("Marta", groups=("Friends",)), today)
    assert notebook.people.draft(marta).groups == ("Friends",)
    notebook.upkeep.undo()
    assert notebook.people.draft(marta).groups == (HOSTILE, "Customers")
    notebook.people.trash(paul)
    assert counts(notebook)["Customers"] == 1
    notebook.file.close()
    assert len(rows_in(notebook_path, "SELECT * FROM membership")) == 3


def test_a_removed_group_comes_back_with_its_people(notebook: Notebook, today: date) -> None:
    marta = person(notebook, today, "Marta", "Customers")
    (group,) = notebook.groups.all()
    notebook.groups.save(group.id, "Customers", 30, 45)
    notebook.groups.remove(group.id)
    assert on_card(notebook, marta, today) == []
    assert touch(marta) == (None, None)
    notebook.people.save(marta, PersonDraft("Marta"), today)
    notebook.upkeep.restore("person_group", group.id)
    assert on_card(notebook, marta, today) == ["Customers"]
    assert touch(marta) == (30, 45)


@pytest.mark.parametrize(
    ("name", "target", "longest", "sentence"),
    [
        ("  ", None, None, "Give the group a name."),
        ("x" * 61, None, None, "This name is too long: 60 letters are the most."),
        ("customers", None, None, "There is a group customers already."),
        ("Friends", None, 40, "A longest time needs a rhythm beside it."),
        ("Friends", 60, 40, "The longest time must not be shorter than the rhythm."),
    ],
)
def test_what_makes_no_sense_is_refused(
    notebook: Notebook, name: str, target: int | None, longest: int | None, sentence: str
) -> None:
    notebook.groups.save(None, "Customers", 30, 30)
    with pytest.raises(Refused, match=sentence):
        notebook.groups.save(None, name, target, longest)
    assert list(counts(notebook)) == ["Customers"]


def test_a_person_follows_the_shortest_rhythm_of_their_groups_unless_they_have_their_own(
    notebook: Notebook, today: date
) -> None:
    marta = person(notebook, today, "Marta", "Customers", "Friends")
    customers, friends = notebook.groups.all()
    notebook.groups.save(customers.id, "Customers", 60, 90)
    assert touch(marta) == (60, 90)
    notebook.groups.save(friends.id, "Friends", 30, None)
    assert touch(marta) == (30, 90)
    draft = PersonDraft("Marta", groups=("Customers", "Friends"), rhythm_days=14, maximum_days=20)
    notebook.people.save(marta, draft, today)
    assert touch(marta) == (14, 20)
    notebook.people.save(marta, PersonDraft("Marta", groups=("Customers",)), today)
    assert touch(marta) == (60, 90)
    for _ in range(2):
        notebook.upkeep.undo()
    assert touch(marta) == (30, 90)


def test_a_longest_time_that_does_not_fit_its_rhythm_is_refused(
    notebook: Notebook, today: date
) -> None:
    with pytest.raises(Refused, match="must not be shorter"):
        notebook.people.save(None, PersonDraft("Marta", rhythm_days=30, maximum_days=10), today)
    assert notebook.people_list.count() == 0


def test_warmth_goes_by_the_rhythm_of_the_group_its_longest_time_and_a_pause(
    notebook: Notebook, today: date
) -> None:
    marta = person(notebook, today - 100 * DAY, "Marta", "Customers")
    (group,) = notebook.groups.all()
    Person.update(last_contact_on=today - 50 * DAY).where(Person.id == marta).execute()

    def state() -> Warmth:
        assert notebook.people_list.lines([marta], today)[0].warmth is (
            notebook.cards.card(marta, today).warmth.state
        )
        return notebook.cards.card(marta, today).warmth.state

    assert state() is Warmth.WARM  # 90 days without a rhythm
    notebook.groups.save(group.id, "Customers", 40, None)
    assert state() is Warmth.COOLING
    notebook.groups.save(group.id, "Customers", 40, 49)
    assert state() is Warmth.AT_RISK
    notebook.several_people.pause([marta], today + DAY)
    assert state() is Warmth.WARM
    reasons = notebook.cards.card(marta, today).warmth.reasons
    assert (reasons[0].kind, reasons[0].day) == (ReasonKind.PAUSED, today + DAY)
    notebook.several_people.pause([marta], today - 5 * DAY)
    assert state() is Warmth.COOLING  # five days over the end of the pause, not fifty


def test_the_history_tells_of_groups(notebook: Notebook, today: date) -> None:
    marta = person(notebook, today, "Marta", "Customers")
    notebook.people.save(marta, PersonDraft("Marta", maximum_days=None), today)
    told = [
        words for entry in notebook.histories.of(marta, today).entries for words in entry.sentences
    ]
    assert "Group added: Customers" in told
    assert "Group removed: Customers" in told


def test_groups_come_with_contact_files_and_go_with_them(
    notebook: Notebook, today: date, tmp_path: Path
) -> None:
    path = tmp_path / "people.vcf"
    path.write_text(
        "BEGIN:VCARD\nVERSION:3.0\nFN:Marta\nCATEGORIES:Customers,myContacts,Kiel\\, north\n"
        "END:VCARD\n"
    )
    notebook.imports.bring_in(notebook.imports.preview([path]), today)
    marta = notebook.people_list.search("Marta", today)[0].id
    assert notebook.people.draft(marta).groups == ("Customers", "Kiel, north")
    (text,) = notebook.contact_export.cards([marta], today)
    assert "CATEGORIES:Customers,myContacts,Kiel\\, north" in text
    notebook.people.save(marta, PersonDraft("Marta", groups=("Friends",)), today)
    (text,) = notebook.contact_export.cards([marta], today)
    assert read(text.encode()).cards[0].categories == ("Friends",)
