"""Start the notebook as a module: `python -m notebook`."""

import sys

from notebook.app import main

if __name__ == "__main__":
    sys.exit(main())
