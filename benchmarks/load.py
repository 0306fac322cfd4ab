"""Many users at once: a process of its own that sends prepared requests over kept connections.

``python -m benchmarks.load`` reads a job as JSON from its input and writes what it found to its output. One thread
and one ``epoll`` drive all connections with bytes made ready before the clock starts, so that it asks far faster
than a site answers. A user opens another connection where the server has closed the last one, as a browser does.
"""

import contextlib
import heapq
import itertools
import json
import random
import select
import socket
import subprocess
import sys
import time
from dataclasses import asdict, dataclass, field
from typing import Any

from benchmarks import processes

GIVE_UP = 60.0  # seconds without any answer


@dataclass(frozen=True)
class Job:
    """What users do. ``visits`` are lists of whole requests as text; each user takes the next one that nobody took.

    think: least and most seconds between two visits of a user; around: begin anew when all visits were taken.
    """

    port: int
    users: int
    seconds: float
    visits: list[list[str]]
    think: tuple[float, float] = (0.0, 0.0)
    around: bool = False


@dataclass
class Result:
    """Milliseconds of every answer in the order they came, seconds from first request to last answer, and errors."""

    milliseconds: list[float] = field(default_factory=list)
    seconds: float = 0.0
    errors: list[str] = field(default_factory=list)

    @property
    def throughput(self) -> float:
        """Answers a second."""
        return len(self.milliseconds) / self.seconds

    def percentile(self, share: float) -> float:
        """Milliseconds within which this share of the answers came."""
        return sorted(self.milliseconds)[min(len(self.milliseconds) - 1, int(share * len(self.milliseconds)))]


def start(job: Job) -> "subprocess.Popen[str]":
    """Begin a job in a process of its own."""
    command = [sys.executable, "-m", "benchmarks.load"]
    env = processes.environment()
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
    process = subprocess.Popen(command, cwd=processes.ROOT, env=env, text=True, **pipes)  # type: ignore[call-overload]
    assert process.stdin
    process.stdin.write(json.dumps(asdict(job)))
    process.stdin.close()
    process.stdin = None
    return process  # type: ignore[no-any-return]


def finish(process: "subprocess.Popen[str]") -> Result:
    """What a job found; raises RuntimeError where it failed."""
    said = process.communicate()[0]
    if process.returncode:
        raise RuntimeError(f"the load ended with code {process.returncode}")
    return Result(**json.loads(said))


def run(job: Job) -> Result:
    """Run a job to its end."""
    return finish(start(job))


class _User:
    """One connection, and the requests of the visit that it still has to make."""

    def __init__(self, port: int) -> None:
        self.port, self.socket = port, socket.socket()
        self.socket.close()
        self.waiting: list[bytes] = []
        self.request, self.got, self.began, self.fresh = b"", b"", 0.0, False

    def connect(self, poll: select.epoll, users: dict[int, "_User"]) -> None:
        """Open another connection in the place of the last one."""
        self.close(users)
        self.socket = socket.create_connection(("127.0.0.1", self.port), timeout=GIVE_UP)
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        users[self.socket.fileno()] = self
        poll.register(self.socket.fileno(), select.EPOLLIN)
        self.fresh = True

    def close(self, users: dict[int, "_User"]) -> None:
        """Let the connection go."""
        users.pop(self.socket.fileno(), None)
        self.socket.close()


class _Crowd:
    """All users of a job."""

    def __init__(self, job: Job) -> None:
        visits = [[request.encode() for request in visit] for visit in job.visits]
        self.visits = itertools.cycle(visits) if job.around else iter(visits)
        self.job, self.poll, self.found = job, select.epoll(), Result()
        self.users: dict[int, _User] = {}
        self.later: list[tuple[float, int, _User]] = []
        self.chance, self.busy = random.Random(job.users), 0

    def run(self) -> Result:
        """Until the time is over and every answer has come."""
        begin = time.perf_counter()
        self.until, latest = begin + self.job.seconds, begin
        spread = self.job.think[1]
        for number in range(self.job.users):
            wait = spread * number / self.job.users
            heapq.heappush(self.later, (begin + wait, number, _User(self.job.port)))
        while self.busy or self.later:
            now = time.perf_counter()
            while self.later and self.later[0][0] <= now:
                self._visit(heapq.heappop(self.later)[2])
            pause = self.later[0][0] - now if self.later else GIVE_UP
            for number, _ in self.poll.poll(max(0.0, min(pause, GIVE_UP))):
                self._read(self.users[number])
                latest = time.perf_counter()
            if self.busy and time.perf_counter() - latest > GIVE_UP:
                raise TimeoutError(f"no answer for {GIVE_UP:g} s")
        self.found.seconds = latest - begin
        return self.found

    def _visit(self, user: _User) -> None:
        if time.perf_counter() < self.until and (visit := next(self.visits, None)):
            user.waiting = list(visit)
            self.busy += 1
            self._send(user, user.waiting.pop(0))
        else:
            user.close(self.users)

    def _send(self, user: _User, request: bytes) -> None:
        user.request, user.got, user.began = request, b"", time.perf_counter()
        try:
            if user.socket.fileno() < 0:
                user.connect(self.poll, self.users)
            user.socket.sendall(request)
        except OSError:
            self._again(user)

    def _again(self, user: _User) -> None:
        """Once more on a new connection, if the one that was closed had been used before."""
        if user.fresh or user.got:
            self.found.errors.append("the connection was closed")
            self._next(user)
            return
        user.connect(self.poll, self.users)
        user.socket.sendall(user.request)

    def _read(self, user: _User) -> None:
        with contextlib.suppress(ConnectionResetError):
            if more := user.socket.recv(1 << 20):
                user.got += more
                self._look(user)
                return
        if user.request:
            self._again(user)
        else:
            user.close(self.users)

    def _look(self, user: _User) -> None:
        """Whether the answer is whole."""
        head, end, rest = user.got.partition(b"\r\n\r\n")
        if not end:
            return
        lower = head.lower()
        place = lower.find(b"\r\ncontent-length: ")
        if place < 0:
            raise ValueError(f"an answer without a length: {head!r}")
        if len(rest) < int(lower[place + 18 :].split(b"\r\n", 1)[0]):
            return
        self.found.milliseconds.append((time.perf_counter() - user.began) * 1000)
        if not head.startswith(b"HTTP/1.1 200 "):
            self.found.errors.append(f"{head[:60]!r} to {user.request[:120]!r}")
        user.fresh, user.request = False, b""
        if b"\r\nconnection: close" in lower:
            user.close(self.users)
        self._next(user)

    def _next(self, user: _User) -> None:
        """The next request of the visit, or another visit after some thought."""
        if user.waiting:
            self._send(user, user.waiting.pop(0))
            return
        self.busy -= 1
        least, most = self.job.think
        if most:
            pause = self.chance.uniform(least, most)
            heapq.heappush(self.later, (time.perf_counter() + pause, id(user), user))
        else:
            self._visit(user)


def main() -> None:
    """Run the job of the input."""
    given: dict[str, Any] = json.load(sys.stdin)
    json.dump(asdict(_Crowd(Job(**given)).run()), sys.stdout)


if __name__ == "__main__":
    main()
