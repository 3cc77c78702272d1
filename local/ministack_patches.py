"""What the local cloud does otherwise than the MiniStack of local/requirements.txt: all of it, and why.

`apply()` changes functions of MiniStack in memory, before it serves. Each change names the text that it takes the place
of. Where that text is not there exactly once, or the version is another, the start fails and says what does not fit.
"""

import functools
import hashlib
import inspect
import io
import json
import os
import queue
import shutil
import tempfile
import threading
import time
import zipfile
from dataclasses import dataclass
from email.utils import formatdate
from importlib import import_module
from importlib.metadata import version
from urllib.parse import parse_qs

WRITTEN_FOR = "1.5.33"


class DoesNotFit(Exception):
    """A change was written for another MiniStack than the one that is installed."""


@dataclass(frozen=True)
class Change:
    """`there` becomes `instead` in a function, a script or a setting of a module."""

    why: str
    module: str
    name: str
    there: object
    instead: object

    def apply(self):
        owner = import_module(f"ministack.{self.module}")
        *outer, last = self.name.split(".")
        for part in outer:
            owner = getattr(owner, part, None)
        setattr(owner, last, self.changed(getattr(owner, last, None)))

    def changed(self, found):
        if isinstance(found, str):
            return self.replaced(found)
        if inspect.isfunction(found):
            # An earlier change of the same function counts.
            source = getattr(found, "source", None) or inspect.getsource(found)
            changed = self.defined(self.replaced(source), like=found)
            changed.source = self.replaced(source)
            return changed
        if found != self.there:
            raise self.unfit(f"it is {found!r}, not {self.there!r}")
        return self.instead

    def replaced(self, text):
        times = text.count(self.there)
        if times != 1:
            raise self.unfit(f"the text that it changes is there {times} times")
        return text.replace(self.there, self.instead)

    @staticmethod
    def defined(source, like):
        # Tracebacks name the line in MiniStack's own file; a method stays indented.
        lines_before = "\n" * (like.__code__.co_firstlineno - 2) + ("if True:" if source[0].isspace() else "") + "\n"
        made = {}
        exec(compile(lines_before + source, like.__code__.co_filename, "exec"), like.__globals__, made)
        return made[like.__name__]

    def unfit(self, because):
        return DoesNotFit(
            f"A change of ministack.{self.module}, {self.name} does not fit any more: {because}. "
            f"What it is for: {self.why} See local/ministack_patches.py."
        )


END_OF_LOG = "\0end-of-log "

CHANGES = (
    Change(
        why="A run begins 150 ms after StartExecution answered; on AWS there is no such pause.",
        module="services.stepfunctions",
        name="_run_execution",
        there="    time.sleep(0.15)\n",
        instead="",
    ),
    Change(
        why="A record of a stream waits up to 50 ms for its Lambda where the record before it was nobody's.",
        module="services.lambda_svc",
        name="_ESM_IDLE_WAKE_GAP_SECONDS",
        there=0.05,
        instead=0.005,
    ),
    Change(
        why="The end of a call's log is marked, its worker goes on after a throw, and the error keeps its name.",
        module="core.lambda_runtime",
        name="_NODEJS_WORKER_SCRIPT",
        there=r"""    try {
      let settled = false;
      const settle = (err, res) => {
        if (settled) return;
        settled = true;
        if (err) {
          _realStdoutWrite(JSON.stringify({
            status: "error", error: String(err.message || err), trace: err.stack || ""
          }) + "\n");
        } else {
          _realStdoutWrite(JSON.stringify({ status: "ok", result: res }) + "\n");
        }
      };
""",
        instead=r"""    const answer = (message) => {
      _stderrWrite("\u0000end-of-log " + (ctx.request_id || "") + "\n");
      _realStdoutWrite(JSON.stringify(message) + "\n");
      // For the next worker: this one ends by a signal, at which Node would keep nothing.
      if (lineNum === 2) setImmediate(Module.flushCompileCache);
    };
    // As the runtime of AWS tells an error: lambda-runtime's toRapidResponse.
    const thrown = (err) => err instanceof Error || require("util").types.isNativeError(err)
      ? { status: "error", thrown: true, error: err.message, error_type: err.name, trace: err.stack || "" }
      : { status: "error", thrown: true, error: String(err), error_type: typeof err, trace: "" };
    try {
      let settled = false;
      const settle = (err, res) => {
        if (settled) return;
        settled = true;
        answer(err ? thrown(err) : { status: "ok", result: res });
      };
""",
    ),
    Change(
        why="The same for a handler that throws before it gives a promise.",
        module="core.lambda_runtime",
        name="_NODEJS_WORKER_SCRIPT",
        there=r"""    } catch (e) {
      _realStdoutWrite(JSON.stringify({
        status: "error", error: e.message, trace: e.stack
      }) + "\n");
    }
  } catch (e) {""",
        instead=r"""    } catch (e) {
      answer(thrown(e));
    }
  } catch (e) {""",
    ),
    Change(
        why="Each worker compiles its package anew, a quarter of its start.",
        module="core.lambda_runtime",
        name="_NODEJS_WORKER_SCRIPT",
        there="""      patchAwsSdk();
      try {
""",
        instead="""      patchAwsSdk();
      // Not by the environment: that would keep this script too, which lies somewhere else for each worker.
      Module.enableCompileCache(path.join(process.env.UNPACKED, "compiled"));
      try {
""",
    ),
    Change(
        why="Each worker unpacks its package anew, 19 MB of fonts too, where Node's compile cache never finds it again.",
        module="core.lambda_runtime",
        name="Worker._spawn",
        there="""        code_dir = os.path.join(self._tmpdir, "code")
        os.makedirs(code_dir)
        with open(os.path.join(self._tmpdir, "code.zip"), "wb") as f:
            f.write(self.code_zip)
        with zipfile.ZipFile(os.path.join(self._tmpdir, "code.zip")) as zf:
            zf.extractall(code_dir)
""",
        instead="""        from ministack_patches import unpacked
        code_dir = unpacked(self.code_zip)
""",
    ),
    Change(
        why="A handler that throws loses its worker, and the next call pays a cold start; AWS keeps it.",
        module="core.lambda_runtime",
        name="Worker.invoke",
        there='            if response.get("status") == "error":\n',
        instead='            if response.get("status") == "error" and not response.get("thrown"):\n',
    ),
    Change(
        why="Each call beside another one starts a process, which costs more than to wait for one that is nearly done.",
        module="services.lambda_svc",
        name="_execute_function_warm",
        there="acquire_worker(func_name, config, code_zip, qualifier=qualifier)",
        instead='__import__("ministack_patches").lease(acquire_worker, func_name, config, code_zip, qualifier)',
    ),
    Change(
        why="A process that ended is named as on AWS, so that it is not taken for a handler that threw.",
        module="core.lambda_runtime",
        name="Worker.invoke",
        there='{"status": "error", "error": "Worker process died"}',
        instead='{"status": "error", "error": "Runtime exited", "error_type": "Runtime.ExitError"}',
    ),
    Change(
        why="Every call waits 5 ms for the rest of its log, or 50 ms where it logs nothing.",
        module="core.lambda_runtime",
        name="Worker.invoke",
        there="            response[\"log\"] = self._drain_stderr_bounded()\n",
        instead=(
            "            from ministack_patches import log_of\n"
            "            response[\"log\"] = log_of(self, request_id)\n"
        ),
    ),
    Change(
        why="Every error of a handler is called Runtime.HandlerError; on AWS it keeps its name, and has its trace.",
        module="services.lambda_svc",
        name="_execute_function_warm",
        there="""            error_type = "Runtime.HandlerError"
            if _RIE_TIMEOUT_TEXT_RE.fullmatch(error_msg):
                error_type = "Sandbox.Timedout"
            return {
                "body": {
                    "errorMessage": error_msg,
                    "errorType": error_type,
                },
""",
        instead="""            error_type = result.get("error_type", "Runtime.HandlerError")
            if not result.get("thrown") and _RIE_TIMEOUT_TEXT_RE.fullmatch(error_msg):
                error_type = "Sandbox.Timedout"
            return {
                "body": {
                    "errorMessage": error_msg,
                    "errorType": error_type,
                    **({"trace": result.get("trace", "").splitlines()} if result.get("thrown") else {}),
                },
""",
    ),
    Change(
        why="A Lambda of waitForTaskToken that throws is noticed at the timeout only; on AWS the task fails at once.",
        module="services.stepfunctions",
        name="_invoke_with_callback",
        there="""        except _ExecutionError:
            pass
""",
        instead="""        except _ExecutionError:
            _task_tokens.pop(token, None)
            raise
""",
    ),
    Change(
        why="Each try of a task that waits for a token has a new one on AWS; the first one was kept.",
        module="services.stepfunctions",
        name="_execute_task",
        there='''        ctx["State"]["RetryCount"] = sum(retry_counts.values())
''',
        instead='''        ctx["State"]["RetryCount"] = sum(retry_counts.values())
        if is_callback:
            ctx["Task"] = {"Token": new_uuid()}
''',
    ),
    Change(
        why="A run that was stopped goes no further inside of a Map either.",
        module="services.stepfunctions",
        name="_run_sub_machine",
        there="""    while current_name:
""",
        instead="""    while current_name and execution["status"] == "RUNNING":
""",
    ),
    Change(
        why="The history names the states inside of a Map, as it does on AWS.",
        module="services.stepfunctions",
        name="_run_sub_machine",
        there="""        if state_type == "Succeed":
            return _apply_output_path(state_def,
                                      _apply_input_path(state_def, current_input, ctx), ctx)
""",
        instead="""        def left(output):
            details = {"name": state_name, "output": json.dumps(output)}
            _add_event(execution, f"{state_type}StateExited", {"stateExitedEventDetails": details})
            return output

        state_name = current_name
        entered = {"name": state_name, "input": json.dumps(current_input)}
        _add_event(execution, f"{state_type}StateEntered", {"stateEnteredEventDetails": entered})
        if state_type == "Succeed":
            return left(_apply_output_path(state_def,
                                           _apply_input_path(state_def, current_input, ctx), ctx))
""",
    ),
    Change(
        why="The same for leaving a state that is not the last.",
        module="services.stepfunctions",
        name="_run_sub_machine",
        there="""            current_input, current_name = handler_fn(
                state_def, current_input, ctx)

    return current_input
""",
        instead="""            current_input, current_name = handler_fn(
                state_def, current_input, ctx)
        left(current_input)

    return current_input
""",
    ),
    Change(
        why="What waits inside of a Map keeps MiniStack from ending: the threads of a pool are waited for.",
        module="services.stepfunctions",
        name="_run_map_items",
        there="""    with ThreadPoolExecutor(max_workers=workers) as pool:
        futs = [
            pool.submit(contextvars.copy_context().run, run_item, i, item)
            for i, item in enumerate(items)
        ]
        futures_wait(futs)
""",
        instead="""    turns = threading.Semaphore(workers)

    def in_turn(idx, item):
        with turns:
            run_item(idx, item)

    threads = [
        threading.Thread(target=contextvars.copy_context().run, args=(in_turn, i, item), daemon=True)
        for i, item in enumerate(items)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
""",
    ),
    Change(
        why="A run that counts, waits and counts again does so all the time where its waits last thousandths of seconds.",
        module="services.stepfunctions",
        name="_execute_wait",
        there="            _scaled_sleep(_jsonata_wait_seconds(state_def, raw_input, ctx))\n",
        instead=(
            "            from ministack_patches import wait\n"
            "            wait(_jsonata_wait_seconds(state_def, raw_input, ctx), _SFN_WAIT_SCALE)\n"
        ),
    ),
    Change(
        why="Every caller of an HTTP API is 127.0.0.1; the front door, which stands for its edge, knows better.",
        module="services.apigateway",
        name="_invoke_lambda_proxy",
        there='"sourceIp": "127.0.0.1"',
        instead='"sourceIp": headers.get("x-forwarded-for", "127.0.0.1").rsplit(",", 1)[-1].strip()',
    ),
    *(
        Change(
            why="The text of a condition is read anew for each item that it is held against.",
            module="services.dynamodb",
            name=name,
            there=f"def {name}(",
            instead=f"@__import__('functools').lru_cache(maxsize=4096)\ndef {name}(",
        )
        for name in ("_tokenize", "_condition_syntax_error")
    ),
    Change(
        why="A presigned GET of a version has the headers that its address asks for, as one of an object has.",
        module="services.s3",
        name="_get_object",
        there="""                    break
                return 200, resp_headers, body
""",
        instead="""                    break
                _apply_response_overrides(resp_headers, query_params)
                return 200, resp_headers, body
""",
    ),
    Change(
        why="Six of an answer's eleven headers are for nobody: doors drop those of CORS, on AWS only S3 has the rest.",
        module="app",
        name="_dispatch_service_request",
        there="""    cors = {
        "Access-Control-Allow-Origin": "*",
        "Access-Control-Allow-Methods": "GET, POST, PUT, DELETE, HEAD, OPTIONS, PATCH",
        "Access-Control-Allow-Headers": "*",
        "Access-Control-Expose-Headers": "*",
    }
    if AUTH and service == "s3":
        # Under AUTH only the bucket's CORS configuration adds CORS headers.
        target = _s3_cors_target(headers.get("host", ""), path)
        cors = _get_module("s3").cors_response_headers(target[0], method, headers) if target else {}
    resp_headers.update(
        {
            **cors,
            "x-amzn-requestid": request_id,
        }
    )
    if service == "s3":
        resp_headers.setdefault("x-amz-request-id", request_id)
        resp_headers.setdefault("x-amz-id-2", base64.b64encode(os.urandom(48)).decode())
    else:
        resp_headers["x-amz-request-id"] = request_id
        resp_headers["x-amz-id-2"] = base64.b64encode(os.urandom(48)).decode()
""",
        instead="""    resp_headers["x-amzn-requestid"] = request_id
    if service == "s3":
        resp_headers.setdefault("x-amz-request-id", request_id)
        resp_headers.setdefault("x-amz-id-2", base64.b64encode(os.urandom(48)).decode())
""",
    ),
    Change(
        why="Every answer writes its date anew, though it has no more than the second.",
        module="app",
        name="_with_date_header",
        there="""(b"date", formatdate(usegmt=True).encode("ascii"))""",
        instead="""(b"date", __import__("ministack_patches").date_of(int(time.time())))""",
    ),
    Change(
        why="Each call is held against 30 addresses of pages, files and MiniStack's own before the services are asked.",
        module="app",
        name="app",
        there="""    if await _send_if_handled(
        send, await _handle_pre_body_request(""",
        instead="""    from ministack_patches import is_call
    if not is_call(path, headers) and await _send_if_handled(
        send, await _handle_pre_body_request(""",
    ),
    Change(
        why="The same for the addresses that need the body.",
        module="app",
        name="app",
        there="    response = await _handle_special_data_plane_request(\n",
        instead="    response = None if is_call(path, headers) else await _handle_special_data_plane_request(\n",
    ),
)


def apply(changes=CHANGES, installed=None):
    installed = installed or version("ministack")
    if installed != WRITTEN_FOR:
        raise DoesNotFit(
            f"local/ministack_patches.py was written for MiniStack {WRITTEN_FOR}, and {installed} is installed: "
            "look through its changes, then raise WRITTEN_FOR."
        )
    for change in changes:
        change.apply()


@functools.lru_cache(maxsize=1)
def date_of(second):
    """The value of the header Date, written once for all answers of a second."""
    return formatdate(second, usegmt=True).encode("ascii")


def is_call(path, headers):
    """Whether it calls a service that speaks JSON, at the cloud's own address: at that of an API, it opens a page."""
    return path == "/" and "x-amz-target" in headers and headers.get("host", "").startswith("127.0.0.1:")


def log_of(worker, request_id, timeout=5):
    """What a call of a Node handler wrote, up to the mark that the worker's script puts after it."""
    if not worker.config.get("Runtime", "").startswith("nodejs"):
        return worker._drain_stderr_bounded()
    if worker._proc is None:
        # It ended, or was ended, without a mark.
        worker._stderr_thread.join(timeout)
        return worker._drain_stderr().replace(END_OF_LOG, "")
    lines = []
    until = time.monotonic() + timeout
    while True:
        try:
            line = worker._stderr_queue.get(timeout=max(0, until - time.monotonic()))
        except queue.Empty:
            break
        text, mark, marked = line.partition(END_OF_LOG)
        if text or not mark:
            lines.append(text)
        if marked == request_id and mark:
            break
    return "\n".join(lines)


def lease(acquire, func_name, config, code_zip, qualifier, patience=3):
    """A worker for a call. If ENOUGH_WORKERS of the function are busy, one is waited for before another is started."""
    enough = int(os.environ.get("ENOUGH_WORKERS", "0"))
    until = time.monotonic() + patience
    while enough and time.monotonic() < until:
        worker, how = acquire(func_name, config, code_zip, qualifier=qualifier, max_concurrency=enough)
        if worker is not None:
            return worker, how
        time.sleep(0.005)
    return acquire(func_name, config, code_zip, qualifier=qualifier)


def wait(seconds, scale):
    """A Wait of a run: so many seconds, scaled, but not below SHORTEST_WAIT, if that is not more than it really lasts.

    What waits longer each time does so here as well, from 5 seconds on up to five times SHORTEST_WAIT.
    """
    least = float(os.environ.get("SHORTEST_WAIT", "0")) * min(5, max(1, seconds / 5))
    time.sleep(max(seconds * scale, min(seconds, least)))


def unpacked(package):
    """The folder with the files of a Lambda's package, which all its workers share; they find it read-only on AWS.

    UNPACKED is the folder for all packages, and other clouds may use it too.
    """
    packages = os.environ["UNPACKED"]
    folder = os.path.join(packages, hashlib.sha256(package).hexdigest()[:32])
    with unpacking:
        if os.path.isdir(folder):
            return folder
        os.makedirs(packages, exist_ok=True)
        # Made aside, so that nobody takes it half done.
        aside = tempfile.mkdtemp(dir=packages)
        with zipfile.ZipFile(io.BytesIO(package)) as files:
            files.extractall(aside)
        try:
            os.rename(aside, folder)
        except OSError:
            # Another cloud was first.
            shutil.rmtree(aside)
    return folder


unpacking = threading.Lock()


class NewMails:
    """`GET /_ministack/ses/messages?after=N`: only the mails after number N, for whoever asks again and again.

    MiniStack's own answer is every mail since the start: 16 MB and 0.2 s of CPU at 1,800 mails. Numbers count from 1 in
    the order of acceptance, over all accounts and regions, and hold until the process ends.
    """

    def __init__(self, app):
        self.app = app
        self.mails = []
        self.read = {}

    async def __call__(self, scope, receive, send):
        after = self.asked(scope)
        if after is None:
            return await self.app(scope, receive, send)
        if not after.isdecimal():
            return await answer_json(send, 400, {"message": f"after is no number: {after}"})
        self.read_on()
        number = int(after)
        messages = [
            {"Number": number + index, **shown(mail)} for index, mail in enumerate(self.mails[number:], start=1)
        ]
        await answer_json(send, 200, {"messages": messages, "next": len(self.mails)})

    @staticmethod
    def asked(scope):
        if scope["type"] != "http" or scope["method"] != "GET" or scope["path"] != "/_ministack/ses/messages":
            return None
        return parse_qs(scope["query_string"].decode("latin-1"), keep_blank_values=True).get("after", [None])[0]

    def read_on(self):
        from ministack.services import ses

        found = []
        for key, mails in list(ses._sent_emails.to_dict().items()):
            known, seen = self.read.get(key, (mails, 0))
            # A reset of MiniStack begins another list.
            begin = seen if known is mails else 0
            new = mails[begin:]
            self.read[key] = (mails, begin + len(new))
            found.extend(new)
        self.mails.extend(sorted(found, key=lambda mail: mail["Timestamp"]))


def shown(mail):
    return {
        "MessageId": mail["MessageId"],
        "Source": mail["Source"],
        "To": mail.get("To", []),
        "CC": mail.get("CC", []),
        "BCC": mail.get("BCC", []),
        "Subject": mail.get("RenderedSubject") or mail.get("Subject", ""),
        "BodyText": mail.get("RenderedBodyText") or mail.get("BodyText", ""),
        "BodyHtml": mail.get("RenderedBodyHtml") or mail.get("BodyHtml"),
        "Timestamp": mail["Timestamp"],
    }


async def answer_json(send, status, body):
    encoded = json.dumps(body).encode()
    headers = [(b"content-type", b"application/json"), (b"content-length", str(len(encoded)).encode())]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": encoded})
