"""Tests of closing a project."""
