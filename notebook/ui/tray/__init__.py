"""What the notebook says outside its window: the icon in the tray, and a word at its time."""
