"""Values and rules; no database, no window."""
