"""Version 4, what was said about a channel: forgotten once the preferred one was used. Frozen."""

COMMUNICATION = """
UPDATE person SET channel_said_at = NULL WHERE channel_said_at IS NOT NULL AND EXISTS (
    SELECT 1 FROM moment_person mp JOIN moment m ON m.id = mp.moment_id
    WHERE mp.person_id = person.id AND m.deleted_at IS NULL AND m.state = 'logged'
        AND m.channel = person.preferred_channel AND m.changed_at > person.channel_said_at);
"""
