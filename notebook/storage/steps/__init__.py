"""The frozen steps of the schema, one module for each version."""
