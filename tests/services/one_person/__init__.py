"""Tests of what is kept about one person."""
