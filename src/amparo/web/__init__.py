"""The page: a casebook in the browser, on this computer alone; rendered here, read only, every fact beside its quotation.

`serve` is the verb; `application` is what it serves, for tests and for whoever brings a server of their own.
"""

from .application import application
from .serving import serve

__all__ = ["application", "serve"]
