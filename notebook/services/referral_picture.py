"""Who sent whom, read for a picture and for the table beside it."""

from dataclasses import dataclass

from peewee import Database

from notebook.domain.referral_tree import Placed, Sent, lay_out
from notebook.services.phrases import filled
from notebook.services.referral_lines import SentTotals, became_words, sent_sentence
from notebook.storage.file import NotebookFile
from notebook.storage.reading import rows_of
from notebook.translate import translate

MOST = 500
"""People who were sent, the latest; more would be wallpaper."""

_SENT = f"""
    SELECT r.id, p.id AS person_id, p.name AS person, o.id AS sender_id,
        coalesce(o.name, r.other_name) AS sender,
        EXISTS (SELECT 1 FROM project j WHERE j.person_id = p.id AND j.deleted_at IS NULL)
            AS has_project
    FROM (SELECT * FROM referral WHERE way = 'to-us' AND deleted_at IS NULL
        ORDER BY referred_on DESC, id DESC LIMIT {MOST}) r
    JOIN person p ON p.id = r.person_id AND p.deleted_at IS NULL
    LEFT JOIN person o ON o.id = r.other_id AND o.deleted_at IS NULL
    ORDER BY r.referred_on, r.id"""
_COUNT = "SELECT count(*) FROM referral WHERE way = 'to-us' AND deleted_at IS NULL"


@dataclass(frozen=True, slots=True)
class Pictured:
    """Somebody in the picture; `person_id` is None for who has no card."""

    key: str
    name: str
    person_id: int | None
    generation: int
    row: float
    parent: str | None
    others: tuple[str, ...]
    sent_by: str
    """The names of those who sent them."""
    sent: SentTotals
    has_project: bool


@dataclass(frozen=True, slots=True)
class WhoSentWhom:
    """Everybody in the picture, parents first; `left_out` counts older referrals that are not in it."""

    people: tuple[Pictured, ...]
    left_out: int = 0

    @property
    def older(self) -> str:
        """What is not in the picture, in a sentence; nothing where all of it is."""
        if self.left_out == 1:
            return translate("referrals", "1 older referral is not in the picture.")
        words = translate("referrals", "%n older referrals are not in the picture.", self.left_out)
        return words if self.left_out else ""

    @property
    def sentence(self) -> str:
        """The picture in a sentence."""
        sent = [each for each in self.people if each.sent_by]
        if not sent:
            return translate("referrals", "Nobody was sent to us yet.")
        projects = sum(each.has_project for each in sent)
        senders = [each for each in self.people if each.sent.people]
        most = max(senders, key=lambda each: each.sent.people)
        whole = (
            translate("referrals", "1 person was sent to us by somebody.")
            if len(sent) == 1
            else translate("referrals", "%n people were sent to us by others.", len(sent))
        )
        became = filled(translate("referrals", "%1."), became_words(projects))
        became = became[:1].upper() + became[1:]
        best = filled(translate("referrals", "%1."), sent_sentence(most.name, most.sent))
        return " ".join([whole, became, best] if len(senders) > 1 else [best])


class ReferralPicture:
    """Reads who sent whom."""

    def __init__(self, file: NotebookFile) -> None:
        """Read from this notebook."""
        self._file = file

    def who_sent_whom(self) -> WhoSentWhom:
        """Return everybody who sent somebody or was sent, laid out."""
        return who_sent_whom(self._file.database)


def who_sent_whom(database: Database) -> WhoSentWhom:
    """Return everybody who sent somebody or was sent, laid out; in two statements."""
    rows = rows_of(database, _SENT)
    (count,) = database.execute_sql(_COUNT).fetchone()
    names: dict[str, tuple[str, int | None]] = {}
    with_project: set[str] = set()
    sent: list[Sent[str]] = []
    for row in rows:
        sender_name = row["sender"] or translate("referrals", "Somebody")
        sender = _key(row["sender_id"], row["sender"] or f"?{row['id']}")
        person = _key(row["person_id"], row["person"])
        names.setdefault(sender, (sender_name, row["sender_id"]))
        names.setdefault(person, (row["person"], row["person_id"]))
        if row["has_project"]:
            with_project.add(person)
        sent.append(Sent(sender, person))
    totals = _totals(sent, with_project)
    people = tuple(_pictured(placed, names, totals, with_project) for placed in lay_out(sent))
    return WhoSentWhom(people, max(int(count) - MOST, 0))


def _key(person_id: int | None, name: str) -> str:
    """Return what tells people apart; those without a card are the same if they are called so."""
    return f"#{person_id}" if person_id is not None else " ".join(name.split()).casefold()


def _totals(sent: list[Sent[str]], with_project: set[str]) -> dict[str, SentTotals]:
    people: dict[str, set[str]] = {}
    for each in sent:
        people.setdefault(each.sender, set()).add(each.person)
    return {key: SentTotals(len(own), len(own & with_project)) for key, own in people.items()}


def _pictured(
    placed: Placed[str],
    names: dict[str, tuple[str, int | None]],
    totals: dict[str, SentTotals],
    with_project: set[str],
) -> Pictured:
    name, person_id = names[placed.key]
    senders = [each for each in (placed.parent, *placed.others) if each is not None]
    return Pictured(
        key=placed.key,
        name=name,
        person_id=person_id,
        generation=placed.generation,
        row=placed.row,
        parent=placed.parent,
        others=placed.others,
        sent_by=", ".join(names[each][0] for each in senders),
        sent=totals.get(placed.key, SentTotals()),
        has_project=placed.key in with_project,
    )
