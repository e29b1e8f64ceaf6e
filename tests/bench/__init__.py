"""The budgets of the program, measured on a file of a hundred thousand people."""
