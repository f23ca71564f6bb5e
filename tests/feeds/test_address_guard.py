from __future__ import annotations

import asyncio
import os
import resource
import socket
import time
import zlib
from datetime import UTC, datetime
from ipaddress import ip_network
from typing import TYPE_CHECKING

import pytest
from feeds.loopback import Names, Request, Site, open_site, reply

from bot.sources.web.addresses import fault_of_url, is_public
from bot.sources.web.answers import Answer, Failed, Fetched
from bot.sources.web.fetching import Fetcher, Limits

if TYPE_CHECKING:
    from collections.abc import Callable

NOW = datetime(2026, 1, 5, 6, 0, tzinfo=UTC)
LOOPBACK = (ip_network("127.0.0.0/8"), ip_network("::1/128"))

# Each as it may stand in a feed; {port} is where a server of ours listens on loopback.
REFUSED_URLS = """
    http://127.0.0.1:{port}/
    http://127.1:{port}/
    http://127.0.1:{port}/
    http://127.255.255.254:{port}/
    http://2130706433:{port}/
    http://0x7f000001:{port}/
    http://0x7f.0x0.0x0.0x1:{port}/
    http://0x7f.1:{port}/
    http://0177.0.0.1:{port}/
    http://0177.0.0.01:{port}/
    http://017700000001:{port}/
    http://127.0.0.1.:{port}/
    http://0:{port}/
    http://0.0.0.0:{port}/
    http://localhost:{port}/
    http://LOCALHOST:{port}/
    http://localhost.:{port}/
    http://[::1]:{port}/
    http://[::]:{port}/
    http://[0:0:0:0:0:0:0:1]:{port}/
    http://[::ffff:127.0.0.1]:{port}/
    http://[::ffff:7f00:1]:{port}/
    http://[::127.0.0.1]:{port}/
    http://[64:ff9b::127.0.0.1]:{port}/
    http://[64:ff9b::7f00:1]:{port}/
    http://[64:ff9b:1::a00:1]:{port}/
    http://[2002:7f00:1::]:{port}/
    http://[fe80::1%25lo]:{port}/
    http://[fe80::1%25eth0]:{port}/
    http://[fe80::5efe:127.0.0.1]:{port}/
    http://10.0.0.1:{port}/
    http://10.255.255.255:{port}/
    http://172.16.0.1:{port}/
    http://172.31.255.255:{port}/
    http://192.168.1.1:{port}/
    http://169.254.169.254/latest/meta-data/
    http://169.254.170.2/v2/credentials
    http://2852039166/latest/meta-data/
    http://0xa9fea9fe/latest/meta-data/
    http://[::ffff:169.254.169.254]/latest/meta-data/
    http://[fd00:ec2::254]/latest/meta-data/
    http://168.63.129.16/
    http://100.100.100.200/latest/meta-data/
    http://100.64.0.1/
    http://100.127.255.255/
    http://192.0.0.192/
    http://192.0.2.1/
    http://198.18.0.1/
    http://198.51.100.7/
    http://203.0.113.9/
    http://224.0.0.1/
    http://239.255.255.250:1900/
    http://240.0.0.1/
    http://255.255.255.255/
    http://[ff02::1]/
    http://[fc00::1]/
    http://[fd12:3456:789a::1]/
    http://[fec0::1]/
    http://[2001:db8::1]/
    http://[100::1]/
    http://[2001:0:7f00:1::]/
    http://[3fff::1]/
    http://[5f00::1]/
    file:///etc/passwd
    file://localhost/etc/passwd
    gopher://127.0.0.1:{port}/_GET%20/
    ftp://127.0.0.1:{port}/
    dict://127.0.0.1:{port}/
    ldap://127.0.0.1:{port}/
    unix:///run/docker.sock
    data:text/xml,<rss/>
    javascript:alert(1)
    jar:http://127.0.0.1:{port}/!/
    http:///etc/passwd
    http://
    http://./
    //127.0.0.1:{port}/
    http://user@127.0.0.1:{port}/
    http://user:secret@news.example:{port}/
    http://news.example:80@127.0.0.1:{port}/
    http://@127.0.0.1:{port}/
    http://127.0.0.1:{port}\\@news.example/
    http://news.example:0/
    http://news.example:99999/
    http://news.example:x/
    http://news .example/
    http://[::1/
    http://[::1%25]:{port}/
""".split("\n")
REFUSED_URLS = [line.strip() for line in REFUSED_URLS if line.strip()]


def ask(  # noqa: PLR0913 - all that a test may vary, named
    act: Callable[[Site, Fetcher], object] | None,
    path: str,
    *,
    names: Names | None = None,
    allowed: bool = True,
    host: str = "127.0.0.1",
    limits: Limits | None = None,
) -> tuple[Answer, Site]:
    async def run() -> tuple[Answer, Site]:
        networks = LOOPBACK if allowed else ()
        async with (
            open_site() as site,
            Fetcher(now=lambda: NOW, allowed=networks, resolver=names) as fetcher,
        ):
            if act:
                act(site, fetcher)
            url = path.replace("{port}", str(site.port))
            url = site.url(url, host) if url.startswith("/") and not url.startswith("//") else url
            return await fetcher.fetch(url, limits=limits), site

    return asyncio.run(run())


def test_there_are_at_least_sixty_forbidden_addresses() -> None:
    assert len(set(REFUSED_URLS)) >= 60


@pytest.mark.parametrize("url", REFUSED_URLS)
def test_no_connection_is_made_to_a_forbidden_address(
    url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    connected: list[object] = []
    original = socket.socket.connect

    def connect(self: socket.socket, address: object) -> None:
        connected.append(address)
        original(self, address)  # type: ignore[arg-type] # any address of any family

    monkeypatch.setattr(socket.socket, "connect", connect)
    answer, site = ask(None, url, allowed=False)
    assert isinstance(answer, Failed)
    assert answer.reason in {"private", "address", "scheme", "userinfo", "unreachable"}
    assert not site.requests
    assert not connected


@pytest.mark.parametrize("url", REFUSED_URLS)
def test_no_redirect_leads_to_a_forbidden_address(url: str) -> None:
    def act(site: Site, _: Fetcher) -> None:
        target = url.replace("{port}", str(site.port))
        site.answers["/"] = reply(b"secret")
        site.answers["/feed"] = reply(b"", 302, location=target)

    # The first server is reached on an address of its own, which alone is allowed.
    async def run() -> tuple[Answer, Site]:
        async with (
            open_site() as site,
            Fetcher(
                now=lambda: NOW,
                allowed=(ip_network("127.0.0.9/32"),),
                resolver=Names({"first.example": [["127.0.0.9"]]}),
            ) as fetcher,
        ):
            server = await asyncio.start_server(site.serve, "127.0.0.9", 0)
            port = server.sockets[0].getsockname()[1]
            act(site, fetcher)
            answer = await fetcher.fetch(f"http://first.example:{port}/feed")
            server.close()
            return answer, site

    answer, site = asyncio.run(run())
    # "//host/" and "file://" without a host may resolve against the first server itself.
    assert not isinstance(answer, Fetched)
    assert [request.path for request in site.requests if request.host != "first.example"] == []


def test_a_name_that_leads_to_a_private_address_is_refused() -> None:
    names = Names({"news.example": [["10.0.0.7"]]})
    answer, site = ask(None, "/feed", names=names, host="news.example", allowed=False)
    assert answer == Failed("private")
    assert not site.requests


def test_a_name_that_is_public_at_first_and_private_afterwards_is_refused() -> None:
    names = Names({"rebind.example": [["127.0.0.1"], ["169.254.169.254"]]})

    async def run() -> tuple[Answer, Answer]:
        async with (
            open_site() as site,
            Fetcher(now=lambda: NOW, allowed=LOOPBACK, resolver=names) as fetcher,
        ):
            # "Public" is loopback here; the answer closes the connection, so the name is asked
            # again as soon as the cache of names forgets it, which we do for it.
            site.say("/feed", b"<rss/>", connection="close")
            first = await fetcher.fetch(site.url("/feed", "rebind.example"))
            connector = fetcher._session.connector  # type: ignore[union-attr] # noqa: SLF001
            connector.clear_dns_cache()  # type: ignore[union-attr] # the client is open
            return first, await fetcher.fetch(site.url("/feed", "rebind.example"))

    first, second = asyncio.run(run())
    assert isinstance(first, Fetched)
    assert second == Failed("private")


def test_of_several_addresses_of_a_name_only_public_ones_are_tried() -> None:
    names = Names({"mixed.example": [["192.168.0.1", "127.0.0.1"]]})

    def act(site: Site, _: Fetcher) -> None:
        site.say("/feed", b"ok")

    answer, _ = ask(act, "/feed", names=names, host="mixed.example")
    assert isinstance(answer, Fetched)


@pytest.mark.parametrize(
    "address",
    "1.1.1.1 8.8.8.8 93.184.216.34 172.15.0.1 172.32.0.1 100.63.255.255 100.128.0.1 "
    "2606:4700:4700::1111 2a00:1450:4001:80b::200e ::ffff:8.8.8.8 64:ff9b::8.8.8.8 "
    "2002:808:808::".split(),
)
def test_public_addresses_are_public(address: str) -> None:
    assert is_public(address)


@pytest.mark.parametrize("address", ["", "news", "1.2.3", "::g", "1.2.3.4/8", "٣.1.1.1"])
def test_what_is_no_address_is_not_public(address: str) -> None:
    assert not is_public(address)


def test_a_setting_opens_a_network_and_no_other() -> None:
    allowed = (ip_network("10.1.0.0/16"),)
    assert is_public("10.1.2.3", allowed)
    assert is_public("::ffff:10.1.2.3", allowed)
    assert not is_public("10.2.0.1", allowed)
    assert not is_public("::1", allowed)


def test_umlauts_and_odd_ports_are_no_fault() -> None:
    assert fault_of_url("https://bücher.example:8443/straße?x=ä") is None


def test_a_gzip_bomb_is_stopped() -> None:
    packer = zlib.compressobj(9, zlib.DEFLATED, 31)
    bomb = b"".join(packer.compress(bytes(1_000_000)) for _ in range(500)) + packer.flush()
    assert_stopped(reply(bomb, content_encoding="gzip"), "too large")


def test_a_deflate_bomb_is_stopped() -> None:
    for bits in (15, -15):
        packer = zlib.compressobj(9, zlib.DEFLATED, bits)
        bomb = b"".join(packer.compress(bytes(1_000_000)) for _ in range(500)) + packer.flush()
        assert_stopped(reply(bomb, content_encoding="deflate"), "too large")


def test_members_of_gzip_one_after_the_other_are_counted_together() -> None:
    member = zlib.compress(bytes(1_000_000), 9, 31)
    assert_stopped(reply(member * 20, content_encoding="gzip"), "too large")


def test_a_page_of_500_megabytes_is_not_even_begun() -> None:
    async def act(_: Request, writer: asyncio.StreamWriter) -> None:
        writer.write(b"HTTP/1.1 200 OK\r\ncontent-length: 500000000\r\n\r\n")
        await pour(writer)

    assert_stopped(act, "too large")


def test_a_page_that_does_not_tell_its_size_is_stopped_at_the_limit() -> None:
    async def act(_: Request, writer: asyncio.StreamWriter) -> None:
        writer.write(b"HTTP/1.1 200 OK\r\n\r\n")
        await pour(writer)

    assert_stopped(act, "too large")


def test_endless_headers_are_stopped() -> None:
    async def act(_: Request, writer: asyncio.StreamWriter) -> None:
        writer.write(b"HTTP/1.1 200 OK\r\n")
        for number in range(200_000):
            writer.write(b"x-%d: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\r\n" % number)
            await writer.drain()

    assert_stopped(act, "unreachable")


def test_what_says_it_is_packed_and_is_not_is_named() -> None:
    assert_stopped(reply(b"<rss/>", content_encoding="gzip"), "encoding")
    assert_stopped(reply(b"<rss/>", content_encoding="br"), "encoding")
    assert_stopped(reply(b"<rss/>", content_encoding="gzip, gzip"), "encoding")


def test_a_body_that_ends_in_the_middle_is_named() -> None:
    half = zlib.compress(os.urandom(5_000), 9, 31)[:2_000]
    assert_stopped(reply(half, content_encoding="gzip"), "encoding")


def test_a_feed_that_drips_is_given_up_after_the_time_in_all() -> None:
    async def act(_: Request, writer: asyncio.StreamWriter) -> None:
        writer.write(b"HTTP/1.1 200 OK\r\n\r\n")
        while True:
            writer.write(b"x")
            await writer.drain()
            await asyncio.sleep(0.02)

    def put(site: Site, _: Fetcher) -> None:
        site.answers["/feed"] = act

    started = time.monotonic()
    answer, _ = ask(put, "/feed", limits=Limits(seconds=0.3))
    assert answer == Failed("too slow")
    assert time.monotonic() - started < 5


def test_redirects_share_the_time_of_one_answer() -> None:
    async def slow(_: Request, writer: asyncio.StreamWriter) -> None:
        await asyncio.sleep(0.2)
        writer.write(reply(b"", 302, location="/feed"))
        await writer.drain()

    def put(site: Site, _: Fetcher) -> None:
        site.answers["/feed"] = slow

    answer, site = ask(put, "/feed", limits=Limits(seconds=0.3))
    assert answer == Failed("too slow")
    assert len(site.requests) <= 2


def test_a_circle_of_redirects_ends() -> None:
    def put(site: Site, _: Fetcher) -> None:
        site.answers["/feed"] = reply(b"", 301, location="/feed")

    answer, site = ask(put, "/feed")
    assert answer == Failed("redirects")
    assert len(site.requests) == 6


async def pour(writer: asyncio.StreamWriter) -> None:
    for _ in range(5_000):
        writer.write(bytes(100_000))
        await writer.drain()


def assert_stopped(answer: object, reason: str) -> None:
    def put(site: Site, _: Fetcher) -> None:
        site.answers["/feed"] = answer  # type: ignore[assignment] # bytes or a function

    before = resource.getrusage(resource.RUSAGE_SELF)
    found, _ = ask(put, "/feed")
    after = resource.getrusage(resource.RUSAGE_SELF)
    assert isinstance(found, Failed)
    assert found.reason == reason
    # In kilobytes; both our side and the server of the test are in it.
    assert after.ru_maxrss - before.ru_maxrss < 100_000
