"""Tests of notebook/ui/errands."""
