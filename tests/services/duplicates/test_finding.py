"""Who may be kept twice: why, how sure, and that a pair of two people stays away."""

import threading
from datetime import date

import pytest

from notebook.domain.duplicates import Likelihood
from notebook.domain.partial_date import PartialDate
from notebook.services.card_parts import DetailDraft
from notebook.services.duplicates.finding import FoundTwins
from notebook.services.notebook import Notebook
from notebook.services.people import PersonDraft


def email(value: str) -> DetailDraft:
    return DetailDraft("email", value)


def phone(value: str) -> DetailDraft:
    return DetailDraft("phone", value)


def add(
    notebook: Notebook, name: str, *details: DetailDraft, birthday: PartialDate | None = None
) -> int:
    draft = PersonDraft(name, details=details, birthday=birthday)
    return notebook.people.save(None, draft, date(2026, 11, 22)).new_id


def told(found: FoundTwins) -> list[tuple[str, str, Likelihood, tuple[str, ...]]]:
    return [
        (min(names), max(names), each.likelihood, each.reasons)
        for each in found.pairs
        for names in ((each.one_name, each.other_name),)
    ]


def test_the_surest_come_first_and_say_why(notebook: Notebook) -> None:
    add(notebook, "Ana Silva", email("ana@example.org"))
    add(notebook, "A. Silva", email("Ana@Example.org "))
    add(notebook, "Ben Ode", phone("+49 30 1234567"))
    add(notebook, "Carla Ruiz", phone("030 1234567"))
    add(notebook, "Marta Lindqvist")
    add(notebook, "Martha Lindquist")
    add(notebook, "Yuki Kimura")
    add(notebook, "KIMURA, Yuki")
    add(notebook, "Somebody Else", email("else@example.org"), phone("+49 40 1234567"))
    assert told(notebook.duplicates.find()) == [
        ("A. Silva", "Ana Silva", Likelihood.VERY_LIKELY, ("Same e-mail ana@example.org", "Names are alike")),
        ("Ben Ode", "Carla Ruiz", Likelihood.LIKELY, ("Same telephone +49 30 1234567",)),
        ("KIMURA, Yuki", "Yuki Kimura", Likelihood.PERHAPS, ("Same name",)),
        ("Marta Lindqvist", "Martha Lindquist", Likelihood.PERHAPS, ("Names are alike",)),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Anna Meier", "Anna Meyer"),
        ("Jon Smith", "Jon Smyth"),
        ("Peter Maier", "Peter Mayer"),
        ("Christina Holm", "Kristina Holm"),
    ],
)
def test_a_slip_is_forgiven_wherever_in_the_name_it_is(
    notebook: Notebook, one: str, other: str
) -> None:
    add(notebook, one)
    add(notebook, other)
    assert told(notebook.duplicates.find()) == [
        (one, other, Likelihood.PERHAPS, ("Names are alike",))
    ]


def test_two_birthdays_are_two_people(notebook: Notebook) -> None:
    add(notebook, "Ana Silva", birthday=PartialDate(1980, 3, 12))
    add(notebook, "Ana Silva", birthday=PartialDate(1991, 6, 1))
    add(notebook, "Anna Silva", birthday=PartialDate(1975))
    assert told(notebook.duplicates.find()) == []


def test_the_number_of_an_office_makes_nobody_one(notebook: Notebook) -> None:
    for name in ("Ana Silva", "Ben Ode", "Carla Ruiz", "Dan Poe", "Eva Lund", "Silva, Ana"):
        add(notebook, name, phone("030 7654321"), email("office@example.org"))
    ((one, other, sure, reasons),) = told(notebook.duplicates.find())
    assert (one, other, sure) == ("Ana Silva", "Silva, Ana", Likelihood.VERY_LIKELY)
    assert "Same telephone 030 7654321" in reasons


def test_a_name_that_many_have_says_nothing_but_with_the_same_birthday(
    notebook: Notebook,
) -> None:
    born = PartialDate(1980, 3, 12)
    twins = {add(notebook, "Ana Silva", birthday=born) for _ in range(2)}
    for day in range(1, 7):
        add(notebook, "Ana Silva", birthday=PartialDate(1990, 1, day))
    add(notebook, "Ana Silva")
    (pair,) = notebook.duplicates.find().pairs
    assert set(pair.ids) == twins


def test_a_dismissed_pair_never_returns_until_it_is_undone(notebook: Notebook) -> None:
    one = add(notebook, "Ana Silva", email("ana@example.org"))
    other = add(notebook, "Ana Silva", email("ana@example.org"))
    changes = notebook.duplicates.dismiss(other, one)
    assert changes.label == "Ana Silva and Ana Silva are two people"
    notebook.duplicates.dismiss(one, other)
    assert notebook.duplicates.find().pairs == ()
    notebook.people.save(
        one, PersonDraft("Ana Silva", details=(phone("030 1234567"),)), date(2026, 11, 22)
    )
    assert notebook.duplicates.find().pairs == ()
    notebook.upkeep.undo()
    notebook.upkeep.undo()
    assert len(notebook.duplicates.find().pairs) == 1


def test_nobody_in_the_trash_is_found(notebook: Notebook) -> None:
    add(notebook, "Ana Silva", email("ana@example.org"))
    notebook.people.trash(add(notebook, "Ana Silva", email("ana@example.org")))
    assert notebook.duplicates.find().pairs == ()


@pytest.mark.parametrize("name", ["", "…", "王小明", "🙂", "Dr.", "x" * 5_000])
def test_strange_names_are_no_trouble(notebook: Notebook, name: str) -> None:
    with notebook.file.change("Strange"):
        notebook.people.add(name or "?", date(2026, 11, 22))
        notebook.people.add((name or "?") + " ", date(2026, 11, 22))
    assert len(notebook.duplicates.find().pairs) in {0, 1}


def test_it_works_beside_the_window_and_can_be_stopped(notebook: Notebook) -> None:
    add(notebook, "Ana Silva")
    add(notebook, "Ana Silva")
    found: list[object] = []

    def stop(_done: int, _of: int) -> None:
        raise InterruptedError

    def work() -> None:
        with notebook.file.connected():
            found.append(notebook.duplicates.find())
            try:
                notebook.duplicates.find(stop)
            except InterruptedError as error:
                found.append(error)

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    first, second = found
    assert isinstance(first, FoundTwins)
    assert len(first.pairs) == 1
    assert isinstance(second, InterruptedError)
