"""Names in what is typed."""

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from notebook.services.notebook import Notebook
from notebook.services.people import PersonDraft

PEOPLE = (
    PersonDraft("Ana Pereira"),
    PersonDraft("Maria Baker", nickname="Mitzi"),
    PersonDraft("Maria Lindqvist"),
    PersonDraft("Dr. Søren Ångström"),
    PersonDraft("Ludwig van Beethoven"),
    PersonDraft("Žofie O'Neill"),
    PersonDraft("王小明"),
    PersonDraft("..."),
)


@pytest.fixture
def notebook(notebook: Notebook, today: date) -> Notebook:
    for person in PEOPLE:
        notebook.people.save(None, person, today)
    return notebook


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("call Ana", ["Ana Pereira"]),
        ("call ana, then order paint", ["Ana Pereira"]),
        ("Ana's kiln", ["Ana Pereira"]),
        ("ask Pereira about it", ["Ana Pereira"]),
        ("send PEREIRA the offer", ["Ana Pereira"]),
        ("ask pereira about it", []),
        ("order bread from the baker", []),
        ("mitzi likes tea", ["Maria Baker"]),
        ("call Maria", ["Maria Baker", "Maria Lindqvist"]),
        ("call maria lindqvist", ["Maria Lindqvist"]),
        ("soren calls back", ["Dr. Søren Ångström"]),
        ("visit van Beethoven", ["Ludwig van Beethoven"]),
        ("zofie o'neill", ["Žofie O'Neill"]),
        ("王小明 anrufen", ["王小明"]),
        ("An", []),
        ("Anabel", []),
        ("", []),
        ("... - 's", []),
    ],
)
def test_who_is_named(notebook: Notebook, text: str, names: list[str]) -> None:
    assert [person.name for person in notebook.names_in_text.people(text)] == names


def test_who_is_in_the_trash_is_not_named(notebook: Notebook) -> None:
    (ana,) = notebook.names_in_text.people("Ana")
    notebook.people.trash(ana.id)
    assert notebook.names_in_text.people("Ana") == []


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.text(max_size=60))
def test_any_text_is_safe(notebook: Notebook, text: str) -> None:
    notebook.names_in_text.people(f"{text} 's ... {text}")
