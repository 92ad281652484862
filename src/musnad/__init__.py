"""Musnad: who said what, through whom, in Arabic news.

>>> import musnad
>>> reading = musnad.read("قال الوزير إن المطر سيهطل غدا.", published="2024-03-05")
>>> case = musnad.Casefile("story.db")
>>> case.statements(stance="denies").to_pandas()
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from musnad.api import Casefile as Casefile
    from musnad.api import Reading as Reading
    from musnad.api import read as read
    from musnad.api import read_all as read_all
    from musnad.rows import Rows as Rows

__version__ = "0.1.0"

# Where each name comes from; nothing is imported before it is asked for, so that `import musnad` costs nothing.
_FROM = {
    "Casefile": "musnad.api",
    "Reading": "musnad.api",
    "Rows": "musnad.rows",
    "read_all": "musnad.api",
}

__all__ = ["Casefile", "Reading", "Rows", "__version__", "read", "read_all"]


def __getattr__(name: str) -> Any:
    if name == "read":
        return import_module("musnad.read")  # a package that can be called
    if name not in _FROM:
        raise AttributeError(f"module 'musnad' has no attribute {name!r}")
    return getattr(import_module(_FROM[name]), name)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
