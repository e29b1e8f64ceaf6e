"""Who sent us whom, counted for the table beside its picture."""

from peewee import Database

from notebook.services.insights.insight import (
    MOST_PEOPLE,
    Asked,
    Behind,
    BehindLine,
    Insight,
    Look,
    Row,
    RowKey,
    Series,
    Subject,
    few_words,
)
from notebook.services.phrases import filled
from notebook.services.referral_picture import Pictured, WhoSentWhom, who_sent_whom
from notebook.translate import translate


def referrals(database: Database, _asked: Asked) -> Insight:
    """Count whom each sender sent us, the one who sent most first."""
    picture = who_sent_whom(database)
    rows = tuple(_row(sender) for sender in _senders(picture))
    text = translate(
        "insights",
        "When somebody comes because another one spoke well of you, note it on the card.",
    )
    sent = sum(bool(each.sent_by) for each in picture.people)
    return Insight(
        subject=Subject.REFERRALS,
        title=translate("insights", "Who sent whom"),
        sentence=picture.sentence if rows else "",
        first=translate("insights", "Who"),
        counted=translate("insights", "People"),
        series=(
            Series(translate("insights", "Became projects"), Look.FULL),
            Series(translate("insights", "No project yet"), Look.PALE),
        ),
        rows=rows,
        empty=(translate("insights", "Nobody was sent to us yet"), text),
        note=few_words(sent) or picture.older,
        shown=rows[0].key if rows else None,
        sent=picture,
    )


def people_sent(database: Database, _asked: Asked, key: RowKey) -> Behind:
    """Return whom somebody sent us."""
    people = who_sent_whom(database).people
    found = [each for each in people if key in (each.parent, *each.others)]
    lines = [
        BehindLine(each.person_id, each.name, _words(each))
        for each in found
        if each.person_id is not None
    ]
    return Behind(tuple(lines[:MOST_PEOPLE]), max(len(lines) - MOST_PEOPLE, 0))


def _senders(picture: WhoSentWhom) -> list[Pictured]:
    senders = [each for each in picture.people if each.sent.people]
    return sorted(senders, key=lambda each: -each.sent.people)


def _row(sender: Pictured) -> Row:
    values = (sender.sent.projects, sender.sent.people - sender.sent.projects)
    return Row(sender.key, sender.name, sender.name, values)


def _words(person: Pictured) -> str:
    sent_by = filled(translate("insights", "Sent by %1"), person.sent_by)
    if not person.has_project:
        return sent_by
    return filled(translate("insights", "%1, became a project"), sent_by)
