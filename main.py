"""Start the notebook from a checkout: `python main.py`."""

import sys

from notebook.app import main

if __name__ == "__main__":
    sys.exit(main())
