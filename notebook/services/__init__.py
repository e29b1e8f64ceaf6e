"""What one can do with a notebook, one module per subject."""
