"""Version 3, what is worth remembering: topics, freshness, and what a card has asked. Frozen."""

FACTS = """
ALTER TABLE fact ADD COLUMN topic TEXT;
ALTER TABLE fact ADD COLUMN confirmed_on TEXT;
ALTER TABLE fact ADD COLUMN used_on TEXT;
CREATE INDEX fact_sensitive ON fact(fact_group, person_id)
    WHERE fact_group IN ('health', 'religion', 'politics');

CREATE TABLE asked_question (
    {record},
    person_id INTEGER NOT NULL REFERENCES person(id) ON DELETE CASCADE,
    question TEXT NOT NULL,
    asked_on TEXT NOT NULL,
    until_on TEXT
);
CREATE UNIQUE INDEX asked_question_of_person ON asked_question(person_id, question);
"""
