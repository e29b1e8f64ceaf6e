"""Calendar files: what of the notebook goes into one, and which appointments come out of others."""
