"""``python -m benchmarks.quality``: marked messages, and the evaluation pages where found."""

import sys

from benchmarks.quality.messages import scoring
from benchmarks.quality.pages.evaluation import main

sys.exit(scoring.main() or main())
