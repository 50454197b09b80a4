"""The web server's reading of requests, with an end to it: no head of a request is read beyond a bound.

uvicorn reads with httptools, which keeps a head of any size in memory until it is complete.
"""

from __future__ import annotations

from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

MOST_HEAD_BYTES = 64 * 1024  # the request line and all headers together
TOO_LARGE = b"HTTP/1.1 431 Request Header Fields Too Large\r\nConnection: close\r\nContent-Length: 0\r\n\r\n"


class BoundedHead(HttpToolsProtocol):
    """Hangs up on a head of more than :data:`MOST_HEAD_BYTES`: 431 while it still comes, 400 when it came at once."""

    _waiting, _complete, _in_head, _ended = 0, 0, True, False

    def data_received(self, data: bytes) -> None:
        if self.transport.is_closing():
            return
        self._ended = False
        super().data_received(data)
        # A piece may hold the end of a head, a body, and the next head: it counts only if it is all of one head.
        self._waiting = self._waiting + len(data) if self._in_head and not self._ended else 0
        if self._waiting > MOST_HEAD_BYTES and not self.transport.is_closing():
            self.transport.write(TOO_LARGE)
            self.transport.close()

    def on_message_begin(self) -> None:
        self._complete = 0
        super().on_message_begin()

    def on_header(self, name: bytes, value: bytes) -> None:
        self._complete += len(name) + len(value)
        if self._complete > MOST_HEAD_BYTES:
            raise ValueError("the head of this request is too large")  # the parser makes a 400 of it
        super().on_header(name, value)

    def on_headers_complete(self) -> None:
        self._in_head = False
        super().on_headers_complete()

    def on_message_complete(self) -> None:
        self._in_head = self._ended = True
        super().on_message_complete()
