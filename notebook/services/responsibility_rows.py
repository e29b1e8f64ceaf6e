"""Who answers for what in a project: read as entries, written back, and said in words."""

from collections.abc import Iterable

from notebook.domain.promises import Side
from notebook.domain.text import first_name
from notebook.services.draft import ResponsibilityEntry
from notebook.services.phrases import filled
from notebook.services.project_words import full_day
from notebook.services.row_writing import write_rows
from notebook.storage.ids import new_id
from notebook.storage.reading import tuples_of
from notebook.storage.responsibility_tables import Responsibility
from notebook.storage.tables import Person
from notebook.translate import translate


def responsibilities_of(project_id: int) -> tuple[ResponsibilityEntry, ...]:
    """Return who answers for what, in its order; somebody with a card is called as there."""
    query = (
        Responsibility.select(
            Responsibility.id,
            Responsibility.what,
            Responsibility.side,
            Responsibility.person,
            Responsibility.name,
            Responsibility.until_on,
            Responsibility.is_after_delivery,
            Person.name,
        )
        .left_outer_join(Person)
        .where(Responsibility.project == project_id)
        .order_by(Responsibility.position, Responsibility.id)
    )
    return tuple(
        ResponsibilityEntry(row_id, what, side, person_id, called or name, until_on, after)
        for row_id, what, side, person_id, name, until_on, after, called in tuples_of(query)
    )


def write_responsibilities(project_id: int, entries: Iterable[ResponsibilityEntry]) -> None:
    """Make this who answers for what, without the empty ones."""
    wanted = {
        entry.id: {
            "what": entry.what,
            "side": entry.side,
            "person_id": entry.person_id,
            "name": "" if entry.person_id else entry.name,
            "until_on": entry.until_on,
            "is_after_delivery": entry.after_delivery,
            "position": position,
        }
        for position, entry in enumerate(each for each in entries if not each.is_empty)
    }
    rows = Responsibility.select().where(Responsibility.project == project_id)
    write_rows(Responsibility, rows, wanted, {"project": project_id})


def let_go_without_words(project_id: int) -> None:
    """Let those go of which nobody said what they are for, once it is agreed."""
    for row in Responsibility.select().where(Responsibility.project == project_id):
        if not row.what.strip():
            row.delete_instance()


def hand_over_responsibilities(project_id: int, before: int, after: int) -> None:
    """Put another person where the one before stood."""
    mine = (Responsibility.project == project_id) & (Responsibility.person == before)
    for row in Responsibility.select().where(mine):
        row.amend(person_id=after)


def add_lines(project_id: int, text: str) -> None:
    """Let each line of a text be a thing that somebody answers for, behind those there are."""
    new = [
        ResponsibilityEntry(new_id(), line.strip()) for line in text.splitlines() if line.strip()
    ]
    write_responsibilities(project_id, (*responsibilities_of(project_id), *new))


def in_words(entry: ResponsibilityEntry, their_name: str) -> str:
    """Return one line: "Colours: Paul Lindqvist (for Marta, until 3 May 2027)"."""
    details = [detail for detail in (_side(entry, their_name), *term(entry)) if detail]
    texts = (
        translate("responsibilities", "%1: %2 (%3)"),
        translate("responsibilities", "%1 (%2)"),
    )
    what = entry.what.strip() or "…"
    if entry.name.strip():
        return filled(texts[0], what, entry.name.strip(), ", ".join(details))
    return filled(texts[1], what, ", ".join(details))


def in_short(entry: ResponsibilityEntry, their_name: str) -> str:
    """Return one line without days: "Colours: Paul", "Awning: the joiner"."""
    name = first_name(entry.name) if entry.person_id is not None else " ".join(entry.name.split())
    who = name or _side(entry, their_name)
    return filled(translate("responsibilities", "%1: %2"), entry.what.strip() or "…", who)


def term(entry: ResponsibilityEntry) -> tuple[str, ...]:
    """Return how long it lasts, in no, one or two phrases."""
    phrases = []
    if entry.until_on is not None:
        phrases.append(filled(translate("responsibilities", "until %1"), full_day(entry.until_on)))
    if entry.after_delivery:
        phrases.append(translate("responsibilities", "also after delivery"))
    return tuple(phrases)


def _side(entry: ResponsibilityEntry, their_name: str) -> str:
    if entry.side is Side.OURS:
        return translate("responsibilities", "on our side")
    return filled(translate("responsibilities", "on the side of %1"), their_name)
