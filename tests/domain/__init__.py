"""Tests of notebook/domain."""
