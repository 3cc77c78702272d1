"""Runs MiniStack on LISTEN_PORT until SIGTERM or until standard input ends, that is, when its parent is gone.

GATEWAY_PORT is the port that MiniStack puts into the addresses it hands out: another one where the permission gate
stands in front of it. The Lambda workers share this process's group and end with it.
"""

import contextlib
import gc
import hmac
import logging
import os
import signal
import sys
import threading
import traceback

# Python runs isolated (-I), without the folder of this file on its path.
sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))


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
        import ministack_patches
        import uvicorn

        ministack_patches.apply()
        # Its entry is changed too.
        from ministack.app import app

        # What is loaded stays, so that no collection need look through it; and a collection goes through all items of
        # all tables, so that they are few.
        gc.freeze()
        gc.set_threshold(50_000, 20, 100)

        class Server(uvicorn.Server):
            def capture_signals(self):
                # uvicorn's own would raise the signal again after the stop, which would end us before our workers.
                for number in (signal.SIGTERM, signal.SIGINT):
                    signal.signal(number, self.handle_exit)
                return contextlib.nullcontext()

        config = uvicorn.Config(
            behind_door(ministack_patches.NewMails(app)),
            host="127.0.0.1",
            port=int(os.environ["LISTEN_PORT"]),
            http="httptools",
            ws="none",
            lifespan="on",
            backlog=1024,
            timeout_keep_alive=75,
            timeout_graceful_shutdown=1,
            # MiniStack writes these itself, and a second Date breaks the CDK's upload of assets.
            date_header=False,
            server_header=False,
            proxy_headers=False,
            access_log=False,
            log_config=None,
        )
        # So that the last words are why it could not start, and not how uvicorn stopped.
        logging.getLogger("uvicorn").setLevel(logging.WARNING)
        threading.Thread(target=stop_with_parent, daemon=True).start()
        await Server(config).serve()
    except SystemExit:
        # uvicorn has said why.
        pass
    except BaseException:
        traceback.print_exc()
        sys.stderr.flush()
    finally:
        # All is saved. asyncio would now wait for threads, such as one that waits an hour for a custom resource.
        end_with_workers()


if __name__ == "__main__":
    import uvloop

    uvloop.run(main())
