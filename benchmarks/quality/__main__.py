"""``python -m benchmarks.quality``: the evaluation pages, where they are found."""

import sys

from benchmarks.quality.pages import main

sys.exit(main())
