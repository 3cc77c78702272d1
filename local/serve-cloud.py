"""Runs MiniStack on LISTEN_PORT until SIGTERM or until standard input ends, that is, when its parent is gone.

GATEWAY_PORT is the port that MiniStack puts into the addresses it hands out: another one where the permission gate
stands in front of it. The Lambda workers share this process's group and end with it.
"""

import asyncio
import hmac
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


def behind_door(app):
    """Answers only to the door's secret: every page of a browser can reach this port too."""
    secret = os.environ.pop("DOOR_SECRET").encode()

    async def guarded(scope, receive, send):
        if scope["type"] == "lifespan":
            return await app(scope, receive, send)
        own = [value for name, value in scope["headers"] if name == b"x-local-key"]
        if len(own) == 1 and hmac.compare_digest(own[0], secret):
            scope = {**scope, "headers": [header for header in scope["headers"] if header[0] != b"x-local-key"]}
            return await app(scope, receive, send)
        if scope["type"] == "websocket":
            return await send({"type": "websocket.close", "code": 1008})
        await send({"type": "http.response.start", "status": 403, "headers": [(b"content-type", b"text/plain")]})
        await send({"type": "http.response.body", "body": b"Refused: this port is for the door in front of it.\n"})

    return guarded


async def main():
    try:
        from hypercorn.asyncio import serve
        from hypercorn.config import Config

        from ministack.app import app

        config = Config()
        config.bind = [f"127.0.0.1:{os.environ['LISTEN_PORT']}"]
        config.keep_alive_timeout = 75
        config.graceful_timeout = 1
        config.backlog = 1024
        threading.Thread(target=stop_with_parent, daemon=True).start()
        await serve(behind_door(app), config)
    except BaseException:
        traceback.print_exc()
        sys.stderr.flush()
    finally:
        # All is saved. asyncio would now wait for threads, such as one that waits an hour for a custom resource.
        end_with_workers()


asyncio.run(main())
