"""Messages: a pasted line becomes an enquiry, an offer, or neither; a paste of many comes apart."""

from zhuchao.core.messages.cells import cell_terms, example_of
from zhuchao.core.messages.parsing import parse
from zhuchao.core.messages.splitting import Part, split

__all__ = ["Part", "cell_terms", "example_of", "parse", "split"]
