"""A worker to be killed: ``python killed.py DATABASE`` forks one for each line that it reads.

It prints the worker's process, and how it ended. For the line ``warm`` it sends by itself, so that
every worker has at hand what is loaded late, and a kill falls into the work.
"""

from __future__ import annotations

import os
import sys

import django


def main(database: str) -> None:
    django.setup()
    from django.db import connection, connections

    from zhuchao.apps.people.viewer import SYSTEM
    from zhuchao.apps.reminders import services

    connection.settings_dict["NAME"] = database
    for line in sys.stdin:
        if line.strip() == "warm":
            services.send_reminders(SYSTEM)
            connections.close_all()
            print(0, flush=True)
            print(0, flush=True)
            continue
        pid = os.fork()
        if not pid:
            services.send_reminders(SYSTEM)
            os._exit(0)
        print(pid, flush=True)
        print(os.waitpid(pid, 0)[1], flush=True)


if __name__ == "__main__":
    main(sys.argv[1])
