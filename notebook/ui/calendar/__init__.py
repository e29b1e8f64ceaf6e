"""Calendar files in the window: kept up to date, saved, and brought in."""
