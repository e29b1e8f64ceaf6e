"""Pictures of every screen, made from the sample notebook on a fixed day."""
