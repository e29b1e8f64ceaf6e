"""The part of the brief about what happened since one last met."""

from datetime import date

from peewee import Database

from notebook.domain.dates_in_words import day_month
from notebook.services.brief_page import (
    BriefLine,
    BriefPart,
    BriefSection,
    BriefTone,
    line,
    section,
)
from notebook.services.phrases import filled
from notebook.storage.reading import of_no_lost_project, rows_of
from notebook.translate import translate

_TITLE = "iif(trim(d.what) = '', d.how, d.what)"
_OF_THEM = f"person_id = :person AND deleted_at IS NULL AND {of_no_lost_project('project_id')}"
_KEPT = f"""SELECT {{kind}} AS kind, closed_on AS day, text, NULL AS to_on FROM promise
    WHERE side = {{side}} AND {_OF_THEM}
    AND state IN ('kept', 'moved', 'owned-up')"""
_NOT_KEPT = f"""SELECT CASE state WHEN 'let-go' THEN state ELSE 'not-' || side END AS kind,
    closed_on AS day, text, NULL AS to_on FROM promise WHERE {_OF_THEM}
    AND state IN ('broken', 'admitted', 'called-off', 'let-go')"""

# Of them and the projects that they have a part in, the newest first. What went wrong and is not set
# right stands among the open concerns.
_EVENTS = f"""
    WITH met(day) AS (
        SELECT substr(max(m.happened_at), 1, 10)
        FROM moment_person mp JOIN moment m ON m.id = mp.moment_id
        WHERE mp.person_id = :person AND m.deleted_at IS NULL AND m.state = 'logged'
            AND m.channel IN ('meeting', 'visit') AND substr(m.happened_at, 1, 10) <= :today),
    work(id) AS (
        SELECT id FROM project WHERE deleted_at IS NULL AND id IN (
            SELECT id FROM project WHERE person_id = :person
            UNION SELECT project_id FROM project_person
            WHERE person_id = :person AND side = 'theirs'))
    SELECT met.day AS met_on, e.kind, e.day, e.text, e.to_on FROM met JOIN (
        SELECT 'closed' AS kind, closed_on AS day, text, NULL AS to_on FROM concern
            WHERE person_id = :person AND deleted_at IS NULL
        UNION ALL SELECT 'delivered', d.delivered_on, {_TITLE}, NULL
            FROM deliverable d JOIN work ON work.id = d.project_id
        UNION ALL SELECT 'moved', coalesce(v.said_on, substr(v.created_at, 1, 10)), {_TITLE},
            v.to_on FROM delivery_move v JOIN deliverable d ON d.id = v.deliverable_id
            JOIN work ON work.id = d.project_id WHERE d.delivered_on IS NULL
        UNION ALL SELECT 'amended', a.amended_on, a.question || ' ' || a.new, NULL
            FROM amendment a JOIN work ON work.id = a.project_id
        UNION ALL {_KEPT.format(kind="'ours'", side="'ours'")}
        UNION ALL {_KEPT.format(kind="'theirs'", side="'theirs'")}
        UNION ALL {_NOT_KEPT}
    ) e ON e.day > met.day AND e.day <= :today
    ORDER BY e.day DESC, e.kind, e.text"""

_KINDS: dict[str, tuple[str, BriefTone]] = {
    "closed": ("set right, %1", "ok"),
    "delivered": ("delivered, %1", "ok"),
    "moved": ("moved, %1", "warn"),
    "amended": ("agreed anew, %1", "calm"),
    "ours": ("we kept, %1", "ok"),
    "theirs": ("they kept, %1", "ok"),
    "not-ours": ("we did not keep, %1", "warn"),
    "not-theirs": ("they did not keep, %1", "calm"),
    "let-go": ("let go, %1", "calm"),
}


def since_you_met(database: Database, person_id: int, called: str, today: date) -> BriefSection:
    """Return what happened after the last meeting or visit; nothing where nothing did."""
    rows = rows_of(database, _EVENTS, person=person_id, today=today.isoformat())
    if not rows:
        return section(BriefPart.SINCE, "", ())
    met_on = day_month(date.fromisoformat(rows[0]["met_on"]), today)
    heading = filled(translate("brief", "Since you last met %1, %2"), called, met_on)
    return section(BriefPart.SINCE, heading, [_event(row, today) for row in rows])


def _event(row: dict[str, str], today: date) -> BriefLine:
    words, tone = _KINDS[row["kind"]]
    tag = filled(translate("brief", words), day_month(date.fromisoformat(row["day"]), today))
    text = row["text"]
    if row["to_on"]:
        to_on = day_month(date.fromisoformat(row["to_on"]), today)
        text = filled(translate("brief", "%1, now %2"), text, to_on)
    return line(text, tag, tone)
