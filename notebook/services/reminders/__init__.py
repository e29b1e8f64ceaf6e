"""Who needs a word today: one engine, and one small module for each source of reminders."""
