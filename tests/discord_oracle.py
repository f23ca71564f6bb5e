"""What may leave for Discord: its own OpenAPI document, and the sums that this does not know."""

from __future__ import annotations

import json
import re
from functools import lru_cache
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator

DOCUMENT = Path(__file__).parents[2] / "shared" / "schemas" / "discord-openapi.json"
_MASKED = re.compile(r"(?<!\\)\]\(")
_ADDRESS = re.compile(r"(?<!\\)<(https?://[^<>\s]+)>")
# A mention, time, command or emoji that is not escaped; our own addresses are taken out before.
_LIVE = re.compile(r"(?<!\\)(?:<[@#/:ati]|@(?:everyone|here)|:(?=\S))")
_LIVE_EVEN = re.compile(r"\\\\")


@lru_cache
def document() -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads(DOCUMENT.read_text("utf-8"))
    return loaded


@lru_cache
def _routes() -> tuple[tuple[str, re.Pattern[str], dict[str, Any]], ...]:
    found = []
    for template, methods in document()["paths"].items():
        pattern = re.compile(re.sub(r"\{[^}]+\}", "[^/]+", template).replace("@", "@") + r"/?")
        for method, operation in methods.items():
            content = (
                operation.get("requestBody", {}).get("content", {})
                if isinstance(operation, dict)
                else {}
            )
            if "application/json" in content:
                found.append((method.upper(), pattern, content["application/json"]["schema"]))
    # "@me" and "@original" are named in full and come before what takes any name.
    return tuple(sorted(found, key=lambda one: "[^/]+" in one[1].pattern))


@lru_cache(maxsize=256)
def _validator(schema: str) -> Draft202012Validator:
    return Draft202012Validator({**json.loads(schema), "components": document()["components"]})


def faults_of_request(method: str, path: str, body: Any) -> list[str]:
    """What Discord would refuse about a request, and what we never want to send."""
    path = path.partition("?")[0]
    schemas = [
        schema for one, pattern, schema in _routes() if one == method and pattern.fullmatch(path)
    ]
    if body is None:
        return []
    if not schemas:
        return [f"Discord knows no {method} {path}"]
    validator = _validator(json.dumps(schemas[0], sort_keys=True))
    faults = [_short(error) for error in validator.iter_errors(_plain(body))]
    return faults + faults_of_messages(body)


def faults_of_message(body: Any, schema: str = "MessageCreateRequest") -> list[str]:
    """The same for the body of one message."""
    validator = _validator(json.dumps({"$ref": f"#/components/schemas/{schema}"}))
    return [_short(error) for error in validator.iter_errors(_plain(body))] + _sums(body)


def faults_of_sums(body: Any) -> list[str]:
    """What the document does not know: sums, pings, live marks."""
    return _sums(body)


def faults_of_form(form: Any) -> list[str]:
    """The same for a modal."""
    schema = "ModalInteractionCallbackRequestData"
    validator = _validator(json.dumps({"$ref": f"#/components/schemas/{schema}"}))
    return [_short(error) for error in validator.iter_errors(form)]


def faults_of_messages(body: Any) -> list[str]:
    """Sums of every message within a body."""
    if isinstance(body, list):
        return [fault for one in body for fault in faults_of_messages(one)]
    if not isinstance(body, dict):
        return []
    own = _sums(body) if "components" in body and "title" not in body else []
    inner = [body[name] for name in ("data", "message") if name in body]
    return own + [fault for one in inner for fault in faults_of_messages(one)]


def walk(components: Any) -> list[dict[str, Any]]:
    found = []
    for one in components or []:
        found += [one, *walk(one.get("components"))]
        if "accessory" in one:
            found.append(one["accessory"])
    return found


def _sums(body: dict[str, Any]) -> list[str]:
    every = walk(body["components"])
    text = [one["content"] for one in every if one["type"] == 10]
    buttons = [one for one in every if one["type"] == 2]
    ids = [one["custom_id"] for one in buttons]
    faults = []
    if sum(map(len, text)) > 4000:
        faults.append(f"{sum(map(len, text))} characters")
    if len(every) > 40:
        faults.append(f"{len(every)} components")
    if len(set(ids)) < len(ids):
        faults.append("a custom_id twice")
    if not all(one.get("label") for one in buttons):
        faults.append("a button without a label")
    if any(len(one["components"]) > 5 for one in every if one["type"] == 1):
        faults.append("more than five buttons in a row")
    if body.get("allowed_mentions", {}).get("parse") != []:
        faults.append("pings are allowed")
    return faults + [fault for one in text for fault in faults_of_text(one)]


def faults_of_text(text: str) -> list[str]:
    """Whatever formats, links or pings beyond our own bold, headings, lists and addresses."""
    bare = _LIVE_EVEN.sub("", text)
    faults = [f"a masked link in {bare!r}"] if _MASKED.search(bare) else []
    rest = _ADDRESS.sub("", bare)
    if "**" in rest:
        rest = re.sub(r"(?<!\\)\*\*", "", rest)
    live = _LIVE.search(rest)
    if live:
        faults.append(f"live {live[0]!r} in {rest[max(0, live.start() - 20) : live.end() + 20]!r}")
    marks = re.search(r"(?<!\\)[*_~`|]", rest)
    if marks:
        faults.append(f"a live {marks[0]!r} in {rest[max(0, marks.start() - 20) :][:60]!r}")
    for line in _ADDRESS.sub("", bare).split("\n"):
        inner = re.sub(r"^(?:### |-# |- )", "", line)
        if re.match(r"\s*(?:#{1,3} |-# |[-+] |>{1,3} |\d+[.)] )", inner):
            faults.append(f"a live beginning in {line[:60]!r}")
    return faults


def _plain(body: Any) -> Any:
    """Ids as text, for Discord takes both, and flags of discord.py as numbers."""
    if isinstance(body, dict):
        return {
            key: str(value) if key.endswith("_id") and isinstance(value, int) else _plain(value)
            for key, value in body.items()
        }
    return [_plain(one) for one in body] if isinstance(body, list) else body


def _short(error: Any) -> str:
    deepest = error
    while deepest.context:
        deepest = max(deepest.context, key=lambda one: len(one.absolute_path))
    place = "/".join(map(str, deepest.absolute_path))
    return f"{place}: {deepest.message[:200]}"
