"""What the notebook knows about how we do, counted for pictures; one module for each picture."""
