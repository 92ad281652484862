"""What a reading was made with: a hash of each stage's code and data.

A page whose fingerprints are no longer these was read by other rules and has to be read again.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from musnad.own import Own
from musnad.pipeline import STAGES
from musnad.rules import OWN
from musnad.sources import hashed, within

__all__ = ["fingerprints"]

# What every stage stands on.
_BASE = ("text.py", "doc.py", "rules.py", "own.py", "holders.py", "verbs.py", "pipeline.py", "links/account.py")


def fingerprints(own: Own | None = None) -> Mapping[str, str]:
    """SHA-256 by stage; under `base` of the code below all stages, under `read` of what makes pages, under
    `names/own` of a user's own names, if there are any."""
    return _built_in() if own is None else MappingProxyType({**_built_in(), OWN: own.hash})


@cache
def _built_in() -> Mapping[str, str]:
    root = files("musnad.stages")
    base = ((name, files("musnad") / name) for name in _BASE)
    read = within(files("musnad.read"))
    found = {
        "base": hashed(base),
        "read": hashed(read),
        **{stage.NAME: hashed(within(root / stage.NAME)) for stage in STAGES},
    }
    return MappingProxyType(found)
