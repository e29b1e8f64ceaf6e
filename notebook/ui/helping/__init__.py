"""What could help people, what is offered, and who sent whom."""
