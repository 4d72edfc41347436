"""Rules for Chinese text that every core step shares: folding, dates."""
