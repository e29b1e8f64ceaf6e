"""Tests of the editor of a card."""
