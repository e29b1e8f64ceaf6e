"""Tests of the list of people, and of several at once."""
