"""The notebook for scripts: the same services as the window, as commands that print."""

import json
import sys
import unicodedata
from argparse import SUPPRESS, ArgumentParser, ArgumentTypeError, Namespace
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from notebook.errors import NoNotebook, NotebookError
from notebook.paths import Paths
from notebook.translate import translate

if TYPE_CHECKING:  # the services are imported when a command runs: --help answers at once
    from notebook.services.notebook import Notebook

Command = Callable[[Namespace, Paths, datetime], int]

_WINDOW = 500  # people read at a time
_EVERYTHING = 1_000_000  # lines of a group
_FIRST_DAY, _LAST_DAY = date(1900, 1, 1), date(9000, 1, 1)  # what is due looks to both sides


def add_commands(parser: ArgumentParser) -> None:
    """Let `parser` understand the commands; each sets `run` to what carries it out."""
    commands = parser.add_subparsers(title="commands for scripts, without a window", metavar="")

    bring_in = _command(commands, "import", _import, "bring people in from vCard files")
    bring_in.add_argument("files", metavar="FILE", type=Path, nargs="+", help="a .vcf file")

    people = _command(commands, "people", _people, "list everybody, by name")
    people.add_argument("--json", action="store_true", help="as JSON, one list of objects")

    due = _command(commands, "due", _due, "list who needs a word, the most urgent first")
    _add_day(due, "as seen on this day, not today")
    due.add_argument("--json", action="store_true", help="as JSON, one list of objects")

    brief = _command(commands, "brief", _brief, "one page to read before a meeting")
    brief.add_argument("name", metavar="NAME", nargs="+", help="the name, or as much as it takes")
    _add_day(brief, "for a meeting on this day, not today")

    contacts = _command(commands, "export", _export, "write everybody into a new vCard file")
    contacts.add_argument(
        "file", metavar="FILE", type=Path, help="a .vcf file that isn't there yet"
    )

    calendar = _command(commands, "calendar", _calendar, "write what is coming up as a calendar")
    calendar.add_argument(
        "file",
        metavar="FILE",
        type=Path,
        help="an .ics file; one written before is brought up to date",
    )

    export = _command(commands, "export-person", _export_person, "write out all about one person")
    export.add_argument("name", metavar="NAME", help="the name, or as much as it takes")
    export.add_argument("folder", metavar="DIR", type=Path, help="made if it isn't there")

    _command(commands, "check", _check, "check the file, its links and its search index")

    backup = _command(commands, "backup", _backup, "make a verified backup in a folder")
    backup.add_argument("folder", metavar="DIR", type=Path, help="made if it isn't there")


def add_data_dir(parser: ArgumentParser, **options: object) -> None:
    """Let `parser` understand `--data-dir`."""
    parser.add_argument(
        "--data-dir",
        metavar="DIR",
        type=Path,
        help="the folder with the notebook, if not the usual one",
        **options,  # type: ignore[arg-type]  # argparse takes any of them
    )


def run(arguments: Namespace, paths: Paths, now: datetime) -> int:
    """Carry out a command; return 0, or 1 after a sentence on stderr. `now` knows its zone."""
    from notebook.storage.problems import explained

    command: Command = arguments.run
    try:
        with explained(paths.notebook):
            return command(arguments, paths, now)
    except NotebookError as error:
        print(error, file=sys.stderr)
        return 1


def _command(commands: object, name: str, command: Command, purpose: str) -> ArgumentParser:
    add_parser: Callable[..., ArgumentParser] = commands.add_parser  # type: ignore[attr-defined]
    parser = add_parser(name, help=purpose, description=purpose[0].upper() + purpose[1:] + ".")
    add_data_dir(parser, default=SUPPRESS)  # what stands before the command holds as well
    parser.set_defaults(run=command)
    return parser


def _add_day(parser: ArgumentParser, purpose: str) -> None:
    parser.add_argument("--on", metavar="YYYY-MM-DD", type=_day, help=purpose)


def _day(text: str) -> date:
    try:
        day = date.fromisoformat(text)
    except ValueError as error:
        raise ArgumentTypeError(f"{text!r} is not a day; write it as 2026-11-22") from error
    if not _FIRST_DAY <= day <= _LAST_DAY:
        raise ArgumentTypeError(f"{text!r} is too far away")
    return day


@contextmanager
def _open(paths: Paths) -> Iterator["Notebook"]:
    """Open the notebook that is there; commands that only read never make one."""
    if not paths.notebook.exists():
        raise NoNotebook(paths.notebook)
    with _opened(paths) as notebook:
        yield notebook


@contextmanager
def _opened(paths: Paths) -> Iterator["Notebook"]:
    from notebook.services.notebook import Notebook

    notebook = Notebook.open(paths.notebook)
    try:
        yield notebook
    finally:
        notebook.close()


def _import(arguments: Namespace, paths: Paths, now: datetime) -> int:
    with _opened(paths) as notebook:
        preview = notebook.imports.preview(arguments.files)
        _, report = notebook.imports.bring_in(preview, now.date())
    for problem in report.problems:
        print(_on_one_line(str(problem)), file=sys.stderr)
    _say(report.summary)
    unreadable = [problem for problem in report.problems if not problem.line]
    return 1 if unreadable else 0


def _people(arguments: Namespace, paths: Paths, now: datetime) -> int:
    from notebook.services.own_values import values_of_people
    from notebook.services.people_list import PeopleOrder

    fields: dict[int, dict[str, str]] = {}
    with _open(paths) as notebook:
        lines = [
            line
            for offset in range(0, notebook.people_list.count(), _WINDOW)
            for line in notebook.people_list.window(PeopleOrder.NAME, offset, _WINDOW, now.date())
        ]
        for start in range(0, len(lines) if arguments.json else 0, _WINDOW):
            ids = [line.id for line in lines[start : start + _WINDOW]]
            fields |= values_of_people(notebook.file.database, ids)
    if arguments.json:
        _print_json(
            {
                "id": line.id,
                "name": line.name,
                "about": line.second_line,
                "warmth": line.warmth,
                "last_contact_on": _iso(line.last_contact_on),
                "fields": fields.get(line.id, {}),
            }
            for line in lines
        )
        return 0
    for line in lines:
        _say(f"{line.name} ({line.second_line})" if line.second_line else line.name)
    return 0


def _due(arguments: Namespace, paths: Paths, now: datetime) -> int:
    from notebook.services.words import due_group_word

    with _open(paths) as notebook:
        day, at = arguments.on or now.date(), now.time() if arguments.on is None else None
        due = notebook.reminders.due(day, per_group=_EVERYTHING, at=at)
    if arguments.json:
        _print_json(
            {
                "who": line.who,
                "what": line.what,
                "why": line.why,
                "since": line.since.isoformat(),
                "due": line.due.isoformat(),
                "at": line.at.isoformat("minutes") if line.at else None,
                "kind": line.source,
                "urgency": line.urgency,
                "group": group.group,
            }
            for group in due.groups
            for line in group.lines
        )
        return 0
    for group in due.groups:
        _say(f"{due_group_word(group.group)} · {group.total}")
        for line in group.lines:
            about = " · ".join(part for part in (line.who, line.why, line.due.isoformat()) if part)
            _say(f"  {line.what} ({about})")
    if not due.groups:
        _say(translate("commands", "Nobody needs a word today."))
    return 0


def _brief(arguments: Namespace, paths: Paths, now: datetime) -> int:
    from notebook.services.brief_page import as_text
    from notebook.services.person_finder import find_person

    day = arguments.on or now.date()
    with _open(paths) as notebook:
        person_id = find_person(notebook.people_list, " ".join(arguments.name), day)
        brief = notebook.briefs.brief(person_id, day)
    for text in as_text(brief).splitlines():
        _say(text)
    return 0


def _export(arguments: Namespace, paths: Paths, _now: datetime) -> int:
    with _open(paths) as notebook:
        count = notebook.contact_export.write_everybody(arguments.file)
    _say(f"written {count}")
    return 0


def _calendar(arguments: Namespace, paths: Paths, now: datetime) -> int:
    with _open(paths) as notebook:
        count = notebook.calendar_export.write(arguments.file, now)
    _say(f"written {count}")
    return 0


def _export_person(arguments: Namespace, paths: Paths, now: datetime) -> int:
    from notebook.services.person_finder import find_person

    with _open(paths) as notebook:
        person_id = find_person(notebook.people_list, arguments.name, now.date())
        exported = notebook.person_export.write(person_id, arguments.folder, now.date())
    _say(str(exported.page))
    _say(str(exported.rows))
    return 0


def _check(_arguments: Namespace, paths: Paths, _now: datetime) -> int:
    with _open(paths) as notebook:
        notebook.upkeep.check()
    whole = translate("commands", "{path} is whole: the file, its links and its search index.")
    _say(whole.replace("{path}", str(paths.notebook)))
    return 0


def _backup(arguments: Namespace, paths: Paths, _now: datetime) -> int:
    with _open(paths) as notebook:
        made = notebook.upkeep.back_up(arguments.folder)
    _say(str(made))
    return 0


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _print_json(records: Iterator[dict[str, object]]) -> None:
    print(json.dumps(list(records), ensure_ascii=False, indent=1))


def _say(text: str) -> None:
    print(_on_one_line(text))


def _on_one_line(text: str) -> str:
    """Return `text` so that no name can break the line in two, or speak to the terminal."""
    return "".join(" " if unicodedata.category(char) == "Cc" else char for char in text)
