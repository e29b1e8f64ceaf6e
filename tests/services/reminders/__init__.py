"""Tests of the reminders, one file for each source."""
