"""Everything that is seen; the only place that imports PySide6."""
