"""Runs MiniStack on LISTEN_PORT until SIGTERM or until standard input ends, that is, when its parent is gone.

GATEWAY_PORT is the port that MiniStack puts into the addresses it hands out: another one where the permission gate
stands in front of it. The Lambda workers share this process's group and end with it.
"""

import asyncio
import os
import signal
import sys
import threading
import traceback


def stop_with_parent():
    sys.stdin.buffer.read()
    os.kill(os.getpid(), signal.SIGTERM)


def end_with_workers():
    if os.getpgrp() == os.getpid():
        os.killpg(0, signal.SIGKILL)


async def main():
    try:
        from hypercorn.asyncio import serve
        from hypercorn.config import Config

        from ministack.app import app

        # Python runs isolated (-I): the folder of this file is not on its path by itself.
        sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
        from ministack_patches import NewMails

        config = Config()
        config.bind = [f"127.0.0.1:{os.environ['LISTEN_PORT']}"]
        config.keep_alive_timeout = 75
        config.graceful_timeout = 1
        config.backlog = 1024
        threading.Thread(target=stop_with_parent, daemon=True).start()
        await serve(NewMails(app), config)
    except BaseException:
        traceback.print_exc()
        sys.stderr.flush()
    finally:
        # All is saved. asyncio would now wait for threads, such as one that waits an hour for a custom resource.
        end_with_workers()


asyncio.run(main())
