"""Messages: a pasted line becomes an enquiry, an offer, or neither; a paste of many comes apart."""

from zhuchao.core.messages.cells import cell_terms, example_of
from zhuchao.core.messages.parsing import Side, parse, parse_as
from zhuchao.core.messages.splitting import Part, split

__all__ = ["Part", "Side", "cell_terms", "example_of", "parse", "parse_as", "split"]
