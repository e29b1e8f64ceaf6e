"""Ids that two notebooks can make apart and still merge one day."""

import secrets
import threading
import time

_EPOCH_MS = 1_577_836_800_000  # 2020-01-01 UTC: 41 bits of milliseconds last until 2089
_RANDOM_BITS = 22
_last = 0
_lock = threading.Lock()


def new_id() -> int:
    """Return a 63-bit integer: milliseconds since 2020 first, a random tail, always growing."""
    global _last  # noqa: PLW0603 - growing within a process needs the process's memory
    moment = time.time_ns() // 1_000_000 - _EPOCH_MS
    with _lock:
        _last = max(_last + 1, moment << _RANDOM_BITS | secrets.randbits(_RANDOM_BITS))
        return _last
