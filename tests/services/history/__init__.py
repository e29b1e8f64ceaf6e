"""Tests of the history of a person."""
