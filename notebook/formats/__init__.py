"""Bytes to plain records and back; no database."""
