"""Tests of notebook/storage."""
