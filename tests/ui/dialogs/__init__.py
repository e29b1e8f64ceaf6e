"""Tests of notebook/ui/dialogs."""
