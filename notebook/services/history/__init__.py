"""The history of a person: what was changed, in sentences, and the way back to any point."""
