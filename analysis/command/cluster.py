"""Workers on this machine for ``--scheduler``: ``python -m analysis.command.cluster [N]``.

Starts N Dask workers (default 2), each a process that reads one article at a time, prints the
address to give, and waits until it is interrupted. It listens on this machine only. For several
machines use Dask's own commands, ``dask scheduler`` and ``dask worker``, in Hearsay's folder.
"""

from __future__ import annotations

import argparse
import signal
import sys
import threading
from collections.abc import Sequence
from contextlib import suppress

LACKING = "Dask is not installed: run pip install -r requirements-cluster.txt."


def main(arguments: Sequence[str] | None = None) -> int:
    """0 after an interruption, 2 where Dask is not installed."""
    parser = argparse.ArgumentParser(prog="python -m analysis.command.cluster", description=__doc__)
    parser.add_argument("workers", nargs="?", type=int, default=2, help="processes (default: 2)")
    parser.add_argument("--port", type=int, default=8786, help="of the scheduler; 0 = any free one")
    options = parser.parse_args(arguments)
    try:
        from distributed import LocalCluster
    except ImportError:
        print(f"hearsay: {LACKING}", file=sys.stderr)
        return 2
    ended = threading.Event()
    signal.signal(signal.SIGTERM, lambda *_: ended.set())
    with LocalCluster(
        n_workers=max(1, options.workers),
        threads_per_worker=1,
        host="127.0.0.1",
        scheduler_port=options.port,
        dashboard_address=None,
        worker_dashboard_address=None,
    ) as cluster:
        print(cluster.scheduler_address, flush=True)
        with suppress(KeyboardInterrupt):
            ended.wait()
    return 0


if __name__ == "__main__":  # the workers' processes import this module again
    sys.exit(main())
