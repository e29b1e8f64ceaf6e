"""Tests; they mirror the folders of notebook/."""
