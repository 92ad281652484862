"""What holds for all tests."""

from __future__ import annotations

from hypothesis import settings

# Machines are shared: no test asserts a time.
settings.register_profile("shared", deadline=None)
settings.load_profile("shared")
