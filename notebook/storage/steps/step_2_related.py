"""Version 2, the people around a person, and what people look like. Frozen."""

RELATED = """
CREATE TABLE related_person (
    {record},
    person_id INTEGER NOT NULL REFERENCES person(id) ON DELETE CASCADE,
    other_id INTEGER REFERENCES person(id) ON DELETE CASCADE,
    relation TEXT NOT NULL,
    own_word TEXT NOT NULL,
    name TEXT NOT NULL,
    birthday_year INTEGER,
    birthday_month INTEGER,
    birthday_day INTEGER
);
CREATE INDEX related_person_person_id ON related_person(person_id);
CREATE INDEX related_person_other_id ON related_person(other_id);
CREATE INDEX related_person_by_birthday ON related_person(birthday_month, birthday_day)
    WHERE birthday_day IS NOT NULL AND other_id IS NULL;

CREATE TABLE person_photo (
    {record},
    person_id INTEGER NOT NULL REFERENCES person(id) ON DELETE CASCADE,
    picture TEXT NOT NULL
);
CREATE UNIQUE INDEX person_photo_person_id ON person_photo(person_id);
"""
