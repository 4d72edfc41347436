"""On time or visibly not: baselines, and the lights that follow from them."""
