"""From paths to pages: which files are pages, what bytes say, and what is known of a page from outside it.

The package can also be called: `musnad.read(page)` is the function of that name in `musnad.api`, so that the verb
that users need first is free for them.
"""

import sys
from importlib import import_module
from types import ModuleType
from typing import Any


class _Read(ModuleType):
    def __call__(self, *given: Any, **named: Any) -> Any:
        return import_module("musnad.api").read(*given, **named)


sys.modules[__name__].__class__ = _Read
