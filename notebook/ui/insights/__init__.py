"""Pictures of how we do, each with its table and its sentence."""
