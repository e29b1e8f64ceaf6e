"""Version 2, who sent whom. Frozen."""

REFERRALS = """
CREATE TABLE referral (
    {record},
    deleted_at TEXT,
    way TEXT NOT NULL,
    person_id INTEGER NOT NULL REFERENCES person(id) ON DELETE CASCADE,
    other_id INTEGER REFERENCES person(id) ON DELETE SET NULL,
    other_name TEXT NOT NULL,
    why TEXT NOT NULL,
    referred_on TEXT NOT NULL,
    outcome TEXT NOT NULL,
    we_thanked_on TEXT,
    they_thanked_on TEXT,
    note TEXT NOT NULL
);
CREATE INDEX referral_person_id ON referral(person_id);
CREATE INDEX referral_other_id ON referral(other_id, way);
CREATE INDEX referral_to_thank ON referral(referred_on)
    WHERE way = 'to-us' AND we_thanked_on IS NULL AND deleted_at IS NULL;
CREATE INDEX referral_to_ask ON referral(referred_on)
    WHERE way = 'by-us' AND outcome = 'open' AND deleted_at IS NULL;
CREATE INDEX referral_in_trash ON referral(deleted_at) WHERE deleted_at IS NOT NULL;
CREATE VIRTUAL TABLE referral_search USING fts5(text, content = '', contentless_delete = 1,
    tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2 3');
"""
