"""The lists of a card, all read by one statement: a card must be open within a frame."""

import json
from dataclasses import dataclass
from typing import Any

from peewee import Database

from notebook.storage.reading import of_no_lost_project
from notebook.storage.sensitive import IS_SHOWN

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class CardList:
    """One list: the names of its columns with their SQL, and where its rows come from.

    In `rows`, everything after SELECT's columns, `?1` is the person.
    """

    name: str
    columns: dict[str, str]
    rows: str

    @property
    def statement(self) -> str:
        """The SQL of the list as one JSON array."""
        columns = ", ".join(f"{sql} AS {name}" for name, sql in self.columns.items())
        pairs = ", ".join(f"'{name}', {name}" for name in self.columns)
        return (
            f"(SELECT json_group_array(json_object({pairs})) FROM (SELECT {columns} {self.rows}))"
            f" AS {self.name}"
        )


def same(*names: str) -> dict[str, str]:
    """Return columns that are called as in their table."""
    return {name: name for name in names}


CARD_LISTS = (
    CardList(
        "roles",
        {
            "id": "r.id",
            "title": "r.title",
            "organisation": "o.name",
            "organisation_id": "o.id",
            "from_on": "r.from_on",
            "until_on": "r.until_on",
        },
        "FROM role r LEFT JOIN organisation o ON o.id = r.organisation_id"
        " WHERE r.person_id = ?1 AND o.deleted_at IS NULL ORDER BY r.position, r.id",
    ),
    CardList(
        "details",
        same("kind", "value", "label"),
        "FROM contact_detail WHERE person_id = ?1 ORDER BY position",
    ),
    CardList(
        "groups",
        {"id": "g.id", "name": "g.name"},
        "FROM membership m JOIN person_group g ON g.id = m.group_id"
        " WHERE m.person_id = ?1 AND g.deleted_at IS NULL ORDER BY g.sort_key",
    ),
    CardList(
        "facts",
        same("id", "fact_group", "topic", "text", "learned_on", "confirmed_on", "used_on"),
        f"FROM fact WHERE person_id = ?1 AND {IS_SHOWN.format(fact='fact')} ORDER BY position",
    ),
    CardList(
        "asked",
        same("question", "asked_on", "until_on"),
        "FROM asked_question WHERE person_id = ?1",
    ),
    CardList(
        "own_values",
        {"name": "f.name", "kind": "f.kind", "text": "v.text"},
        "FROM own_value v JOIN own_field f ON f.id = v.field_id"
        " WHERE v.person_id = ?1 AND f.deleted_at IS NULL ORDER BY f.position, f.id",
    ),
    CardList(
        "promises",
        same("id", "side", "text", "due_on", "state"),
        "FROM promise WHERE person_id = ?1 AND state = 'open' AND deleted_at IS NULL"
        f" AND {of_no_lost_project('project_id')} ORDER BY due_on IS NULL, due_on, id",
    ),
    CardList(
        "outcomes",
        {"state": "state", "number": "count(*)"},
        "FROM promise WHERE person_id = ?1 AND state NOT IN ('open', 'draft')"
        f" AND deleted_at IS NULL AND {of_no_lost_project('project_id')} GROUP BY state",
    ),
    CardList(
        "projects",
        same("id", "name", "state"),
        "FROM project WHERE person_id = ?1 AND deleted_at IS NULL ORDER BY id DESC",
    ),
    CardList(
        "related",
        same(
            "id", "relation", "own_word", "name", "other_id", "year", "month", "day", "is_inverse"
        ),
        "FROM (SELECT r.id, r.relation, r.own_word, coalesce(o.name, r.name) AS name, r.other_id,"
        " iif(r.other_id IS NULL, r.birthday_year, o.birthday_year) AS year,"
        " iif(r.other_id IS NULL, r.birthday_month, o.birthday_month) AS month,"
        " iif(r.other_id IS NULL, r.birthday_day, o.birthday_day) AS day, 0 AS is_inverse"
        " FROM related_person r LEFT JOIN person o ON o.id = r.other_id"
        " WHERE r.person_id = ?1 AND o.deleted_at IS NULL"
        " UNION ALL SELECT r.id, r.relation, r.own_word, o.name, o.id, o.birthday_year,"
        " o.birthday_month, o.birthday_day, 1 FROM related_person r"
        " JOIN person o ON o.id = r.person_id AND o.deleted_at IS NULL WHERE r.other_id = ?1)"
        " ORDER BY id",
    ),
    CardList(
        "fit_checks",
        same("id", "day", "at_ease", "they_at_ease", "trust", "decision", "note"),
        "FROM fit_check WHERE person_id = ?1 AND deleted_at IS NULL"
        " ORDER BY day DESC, id DESC LIMIT 1",
    ),
    CardList(
        "needs",
        same("id", "text", "state", "told_on"),
        "FROM need WHERE person_id = ?1 AND deleted_at IS NULL"
        " ORDER BY state IN ('met', 'no-longer'), told_on DESC, id DESC",
    ),
    CardList(
        "referrals",
        {
            "id": "r.id",
            "way": "way",
            "person_id": "person_id",
            "person_name": "p.name",
            "other_id": "o.id",
            "other_name": "coalesce(o.name, other_name)",
            **same("why", "referred_on", "outcome", "we_thanked_on", "they_thanked_on"),
        },
        "FROM referral r JOIN person p ON p.id = r.person_id AND p.deleted_at IS NULL"
        " LEFT JOIN person o ON o.id = r.other_id AND o.deleted_at IS NULL"
        " WHERE r.deleted_at IS NULL AND (r.person_id = ?1 OR r.other_id = ?1)"
        " ORDER BY referred_on DESC, r.id DESC LIMIT 30",
    ),
    CardList(
        "ideas",
        same("id", "text", "effort", "done_on", "thanked_on"),
        "FROM value_idea WHERE person_id = ?1 AND project_id IS NULL AND deleted_at IS NULL"
        " ORDER BY done_on IS NOT NULL, done_on DESC, id LIMIT 30",
    ),
    CardList(
        "sent",
        {"people": "count(DISTINCT r.person_id)", "projects": "count(DISTINCT j.person_id)"},
        "FROM referral r JOIN person p ON p.id = r.person_id AND p.deleted_at IS NULL"
        " LEFT JOIN project j ON j.person_id = p.id AND j.deleted_at IS NULL"
        " WHERE r.other_id = ?1 AND r.way = 'to-us' AND r.deleted_at IS NULL",
    ),
)


def card_lists(database: Database, person_id: int) -> dict[str, list[Row]]:
    """Return the rows of every list of a person's card, by the list's name."""
    statement = "SELECT " + ", ".join(each.statement for each in CARD_LISTS)
    row = database.execute_sql(statement, (person_id,)).fetchone()
    return {each.name: json.loads(text) for each, text in zip(CARD_LISTS, row, strict=True)}
