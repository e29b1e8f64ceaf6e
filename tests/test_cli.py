"""The commands, each as a program of its own, and none of them with Qt."""

import json
import stat
import subprocess
import sys
from argparse import ArgumentParser
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2 as driver

from notebook.app import main
from notebook.cli import add_commands, run
from notebook.domain.moments import Channel, Direction
from notebook.domain.recurrence import Frequency, Recurrence
from notebook.paths import Paths
from notebook.services.moments import MomentDraft
from notebook.services.notebook import Notebook
from notebook.services.own_reminders import OwnReminderDraft
from notebook.services.roles import at
from tests.programs import ROOT, content_of, run_program

READING = [
    ("people",),
    ("due",),
    ("brief", "Marta"),
    ("check",),
    ("backup", "elsewhere"),
    ("export-person", "Marta", "elsewhere"),
    ("export", "elsewhere.vcf"),
    ("calendar", "elsewhere.ics"),
]


@pytest.fixture
def data_dir(notebook_path: Path, today: date) -> Path:
    """Return a folder with a notebook of two people."""
    opened = Notebook.open(notebook_path)
    marta = opened.people.add("Marta Lindqvist", today).new_id
    draft = replace(opened.people.draft(marta), roles=at("R&D <b>", "Owner"))
    opened.people.save(marta, draft, today)
    opened.people.add("Ana\nPereira\x1b[31m", today)
    opened.file.close()
    return notebook_path.parent


def test_people_lists_everybody_by_name(data_dir: Path) -> None:
    answer = run_program("people", "--data-dir", data_dir)
    assert answer.stdout == "Ana Pereira [31m\nMarta Lindqvist (R&D <b> · Owner)\n"
    assert (answer.returncode, answer.stderr) == (0, "")


def test_people_as_json_keeps_every_letter(data_dir: Path) -> None:
    people = json.loads(run_program("--data-dir", data_dir, "people", "--json").stdout)
    assert [person["name"] for person in people] == ["Ana\nPereira\x1b[31m", "Marta Lindqvist"]
    assert people[1] | {"id": 0} == {
        "id": 0,
        "name": "Marta Lindqvist",
        "about": "R&D <b> · Owner",
        "warmth": "not-enough-known",
        "last_contact_on": None,
        "fields": {},
    }


def test_everything_about_one_person_goes_into_two_files(data_dir: Path, tmp_path: Path) -> None:
    folder = tmp_path / "out"
    answer = run_program("export-person", "marta", folder, "--data-dir", data_dir)
    assert (answer.returncode, answer.stderr) == (0, "")
    page, rows = (Path(line) for line in answer.stdout.splitlines())
    assert "R&amp;D &lt;b&gt;" in page.read_text(encoding="utf-8")
    assert json.loads(rows.read_text(encoding="utf-8"))["about"] == "Marta Lindqvist"


def test_what_is_coming_up_goes_into_a_calendar_that_can_be_written_again(
    data_dir: Path, notebook_path: Path, tmp_path: Path, today: date
) -> None:
    path = tmp_path / "coming.ics"
    opened = Notebook.open(notebook_path)
    opened.reminders.add_own("Order clay", today)
    opened.file.close()
    for _ in range(2):
        answer = run_program("calendar", path, "--data-dir", data_dir)
        assert (answer.returncode, answer.stdout, answer.stderr) == (0, "written 1\n", "")
    assert "SUMMARY:Order clay" in path.read_text(encoding="utf-8")
    path.write_text("my own", encoding="utf-8")
    refused = run_program("calendar", path, "--data-dir", data_dir)
    assert (refused.returncode, refused.stdout) == (1, "")
    assert "another file" in refused.stderr
    assert path.read_text(encoding="utf-8") == "my own"


def test_everybody_goes_into_a_contact_file(data_dir: Path, tmp_path: Path) -> None:
    path = tmp_path / "everybody.vcf"
    answer = run_program("export", path, "--data-dir", data_dir)
    assert (answer.returncode, answer.stdout, answer.stderr) == (0, "written 2\n", "")
    assert path.read_text(encoding="utf-8").count("BEGIN:VCARD") == 2
    again = run_program("export", path, "--data-dir", data_dir)
    assert (again.returncode, again.stdout) == (1, "")
    assert "already" in again.stderr


def test_check_finds_a_whole_notebook_whole(data_dir: Path) -> None:
    answer = run_program("check", "--data-dir", data_dir)
    assert (answer.returncode, answer.stderr) == (0, "")
    assert answer.stdout.startswith(str(data_dir / "notebook.db"))


def test_check_says_when_the_search_index_lost_somebody(data_dir: Path) -> None:
    connection = driver.connect(str(data_dir / "notebook.db"))
    connection.execute("DELETE FROM person_search")
    connection.commit()
    connection.close()
    answer = run_program("check", "--data-dir", data_dir)
    assert answer.returncode == 1
    assert "damaged" in answer.stderr
    assert answer.stdout == ""


def test_check_says_when_pages_are_damaged(data_dir: Path) -> None:
    path = data_dir / "notebook.db"
    content = bytearray(path.read_bytes())
    page = 4096
    for start in range(8 * page, len(content), 2 * page):
        content[start : start + 200] = b"\xff" * 200
    path.write_bytes(content)
    answer = run_program("check", "--data-dir", data_dir)
    assert answer.returncode == 1
    assert "damaged" in answer.stderr
    assert "Traceback" not in answer.stderr
    assert path.read_bytes() == content


def test_a_backup_is_whole_and_says_where_it_is(data_dir: Path, tmp_path: Path) -> None:
    answer = run_program("backup", tmp_path / "new" / "place", "--data-dir", data_dir)
    made = Path(answer.stdout.strip())
    assert made.parent == tmp_path / "new" / "place"
    opened = Notebook.open(made)
    assert opened.people_list.count() == 2
    opened.file.close()


def test_backups_in_a_folder_of_ones_own_all_stay(data_dir: Path, tmp_path: Path) -> None:
    for _ in range(12):
        assert main(["backup", str(tmp_path / "place"), "--data-dir", str(data_dir)]) == 0
    assert len(list((tmp_path / "place").glob("*.db"))) == 12


def test_due_says_who_needs_a_word(data_dir: Path, today: date) -> None:
    opened = Notebook.open(data_dir / "notebook.db")
    opened.reminders.add_own("Send <b>sketch</b>", today - timedelta(days=3))
    opened.reminders.add_own("Order paint", today + timedelta(days=2))
    opened.file.close()

    answer = run_program("due", "--on", today.isoformat(), "--data-dir", data_dir)
    assert answer.stdout.startswith("Overdue · 1\n  Send <b>sketch</b> (")
    assert "This week · 1\n  Order paint (" in answer.stdout

    answer = run_program("due", "--on", today.isoformat(), "--json", "--data-dir", data_dir)
    first, second = json.loads(answer.stdout)
    assert (first["what"], first["kind"], first["urgency"]) == ("Send <b>sketch</b>", "own", 3)
    assert (first["due"], first["group"]) == ("2026-11-19", "overdue")
    assert {"who", "why", "since", "at"} < set(first)
    assert (second["what"], second["urgency"]) == ("Order paint", -2)


def test_a_quiet_day_says_so(data_dir: Path) -> None:
    answer = run_program("due", "--data-dir", data_dir)
    assert answer.stdout == "Nobody needs a word today.\n"
    assert run_program("due", "--json", "--data-dir", data_dir).stdout == "[]\n"


def test_the_brief_is_one_page_of_text(data_dir: Path) -> None:
    answer = run_program("brief", "marta", "lind", "--on", "2026-11-29", "--data-dir", data_dir)
    assert (answer.returncode, answer.stderr) == (0, "")
    head = "Marta Lindqvist\nOwner, R&D <b>\nSunday 29 November\n\nA first meeting\n"
    assert answer.stdout.startswith(head)
    answer = run_program("brief", "Ana", "--data-dir", data_dir)
    assert answer.stdout.startswith("Ana Pereira [31m\n")


def test_the_brief_of_nobody_is_refused_in_a_sentence(data_dir: Path) -> None:
    answer = run_program("brief", "Zoe", "--data-dir", data_dir)
    assert (answer.returncode, answer.stdout) == (1, "")
    assert answer.stderr == "Nobody in the notebook is called “Zoe”.\n"


def test_import_makes_a_notebook_and_accounts_for_every_card(tmp_path: Path) -> None:
    book = tmp_path / "book.vcf"
    cards = ["FN:Ana Pereira", "FN:Ben Ode", "FN:Ana Pereira", "X-NOBODY:1"]
    book.write_text("".join(f"BEGIN:VCARD\nVERSION:3.0\n{card}\nEND:VCARD\n" for card in cards))
    data_dir = tmp_path / "data"

    answer = run_program("import", book, "--data-dir", data_dir)
    assert answer.stdout == "found 4, new 2, same 1, problems 1\n"
    assert answer.stderr.startswith(f"{book}, line 13: This card names nobody")
    assert answer.returncode == 0
    assert run_program("people", "--data-dir", data_dir).stdout == "Ana Pereira\nBen Ode\n"

    again = run_program("import", book, "--data-dir", data_dir)
    assert again.stdout == "found 4, new 0, same 3, problems 1\n"
    assert stat.S_IMODE((data_dir / "notebook.db").stat().st_mode) == 0o600


def test_import_goes_on_after_a_file_that_cannot_be_read(tmp_path: Path) -> None:
    book = tmp_path / "book.vcf"
    book.write_text("BEGIN:VCARD\nVERSION:3.0\nFN:Ana\nEND:VCARD\n")
    answer = run_program("import", tmp_path / "no.vcf", book, "--data-dir", tmp_path / "data")
    assert answer.stdout == "found 1, new 1, same 0, problems 1\n"
    assert answer.stderr == f"{tmp_path / 'no.vcf'}: There is no such file.\n"
    assert answer.returncode == 1


@pytest.mark.parametrize("command", READING)
def test_what_only_reads_makes_no_notebook(command: tuple[str, ...], tmp_path: Path) -> None:
    answer = run_program(*command, "--data-dir", tmp_path / "nothing")
    assert answer.returncode == 1
    assert "There is no notebook at" in answer.stderr
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("command", READING)
def test_what_only_reads_changes_nothing(
    command: tuple[str, ...], data_dir: Path, tmp_path: Path
) -> None:
    before = content_of(data_dir)
    words = [str(tmp_path / word) if word.startswith("elsewhere") else word for word in command]
    assert run_program(*words, "--data-dir", data_dir).returncode == 0
    after = content_of(data_dir)
    assert {name: after[name] for name in before} == before


@pytest.mark.parametrize(
    "wrong",
    [("peple",), ("backup",), ("people", "--jso", "x"), ("--what",), ("due", "--on", "tomorrow")],
)
def test_wrong_usage_is_explained_with_code_2(wrong: tuple[str, ...]) -> None:
    answer = run_program(*wrong)
    assert answer.returncode == 2
    assert answer.stderr.startswith("usage: relationship-notebook")


def test_help_names_every_command() -> None:
    answer = run_program("--help")
    for word in ("import", "people", "due", "check", "backup", "--data-dir"):
        assert word in answer.stdout


def test_main_py_and_the_module_run_the_same(data_dir: Path) -> None:
    for program in ([sys.executable, "main.py"], [sys.executable, "-m", "notebook"]):
        command = [*program, "people", "--data-dir", str(data_dir)]
        answer = subprocess.run(command, capture_output=True, check=True, cwd=ROOT)
        assert b"Marta Lindqvist" in answer.stdout


def test_output_that_nobody_reads_ends_quietly(data_dir: Path) -> None:
    command = (
        f"{sys.executable} main.py people --data-dir {data_dir} | true; exit ${{PIPESTATUS[0]}}"
    )
    answer = subprocess.run(["bash", "-c", command], capture_output=True, check=False, cwd=ROOT)
    assert b"Traceback" not in answer.stderr


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
def test_a_day_at_the_end_of_the_calendar_is_too_far_away(data_dir: Path, day: str) -> None:
    answer = run_program("due", "--on", day, "--data-dir", data_dir)
    assert answer.returncode == 2
    assert "is too far away" in answer.stderr
    assert "Traceback" not in answer.stderr


@pytest.mark.parametrize("place", ["x" * 300, "link/below"])
def test_a_place_that_can_not_be_gets_one_sentence(
    data_dir: Path, tmp_path: Path, place: str
) -> None:
    (tmp_path / "link").symlink_to(tmp_path / "link")  # leads nowhere
    for command in (
        ("backup", tmp_path / place, "--data-dir", data_dir),
        ("import", tmp_path / "card.vcf", "--data-dir", tmp_path / place),
    ):
        answer = run_program(*command)
        assert (answer.returncode, answer.stdout) == (1, "")
        assert answer.stderr.startswith("Nothing can be kept at ")
        assert answer.stderr.count("\n") == 1


def test_due_says_what_comes_round_with_its_time(data_dir: Path, today: date) -> None:
    opened = Notebook.open(data_dir / "notebook.db")
    rule = Recurrence(Frequency.DAILY)
    draft = OwnReminderDraft("Water", today - timedelta(days=2), at=time(8, 30), recurrence=rule)
    opened.reminders.own.save(None, draft)
    opened.file.close()
    answer = run_program("due", "--on", today.isoformat(), "--json", "--data-dir", data_dir)
    (line,) = json.loads(answer.stdout)
    assert (line["at"], line["due"]) == ("08:30", "2026-11-20")
    assert line["why"] == "8:30 · every day · came round 3 times"


def test_due_knows_what_time_it_is(
    data_dir: Path, today: date, now: datetime, capsys: pytest.CaptureFixture[str]
) -> None:
    opened = Notebook.open(data_dir / "notebook.db")
    ana = opened.people.add("Ana Pereira", today).new_id
    draft = MomentDraft((ana,), Channel.MEETING, Direction.WE, today, time(14))
    opened.moments.plan(draft, now)
    opened.file.close()
    parser = ArgumentParser()
    add_commands(parser)
    wanted = parser.parse_args(["due"])
    for hour, what in ((13, "Meet Ana Pereira 14:00"), (18, "How did it go with Ana Pereira?")):
        assert run(wanted, Paths(data_dir), now.replace(hour=hour)) == 0
        assert what in capsys.readouterr().out


def test_a_command_about_the_sample_does_not_answer_from_the_own_notebook(data_dir: Path) -> None:
    answer = run_program("--sample", "people", "--data-dir", data_dir)
    assert (answer.returncode, answer.stdout) == (2, "")
    assert "--sample opens a window" in answer.stderr
