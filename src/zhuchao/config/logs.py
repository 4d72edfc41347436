"""What is written to the log names nobody: telephones are masked in every line and traceback."""

from __future__ import annotations

import logging
import re

# A mobile number, also with spaces or dashes between its groups, or a landline with its area code.
TELEPHONE = re.compile(
    r"(?<!\d)(?:(?:\+|00)?86[ -]?)?"
    r"(?:1[3-9]\d[ -]?\d{4}[ -]?\d{4}|0\d{2,3}[ -]\d{3,4}[ -]?\d{4})(?!\d)"
)


class MaskingFormatter(logging.Formatter):
    """The usual line, with every telephone replaced."""

    def format(self, record: logging.LogRecord) -> str:
        return TELEPHONE.sub("[telephone]", super().format(record))
