"""Medals of articles: what is known of each, judged nightly by the scheme in force."""
