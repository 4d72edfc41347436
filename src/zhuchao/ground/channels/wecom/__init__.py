"""A group robot of WeCom: a webhook that takes markdown."""
