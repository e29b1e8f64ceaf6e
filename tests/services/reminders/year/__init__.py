"""A simulated year: a plain model of what must be due, and somebody who works with the notebook."""
