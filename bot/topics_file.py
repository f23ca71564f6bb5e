"""Curated topics as the operator wrote them in `config/topics.toml`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

from pydantic import BaseModel, ConfigDict, StringConstraints, ValidationError

from bot.config_file import explain_unknown, explain_value, load_table, raise_together
from bot.core.language.folding import spelling_key
from bot.core.models import TopicRule
from bot.errors import SettingsError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_Wording = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]


class _Entry(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)

    name: _Wording
    aliases: list[_Wording] = []
    terms: list[_Wording] = []
    excluded: list[_Wording] = []


def load_topic_rules(path: Path) -> tuple[TopicRule, ...]:
    """Read the topics in the order of the file.

    Raises:
        SettingsError: the file cannot be read, or one line for each entry that is wrong,
            naming its place, the key and what is allowed.
    """
    rules: dict[str, TopicRule] = {}
    problems: list[tuple[str, str]] = []
    for number, written in enumerate(_take_tables(load_table(path), path), start=1):
        where = f"{path}, {_describe(number, written)}"
        try:
            rule = _build_rule(_Entry.model_validate(written))
        except ValidationError as error:
            problems += _explain(error, where)
            continue
        # Two topics of one name could never both be asked for.
        if rules.setdefault(spelling_key(rule.name), rule) is not rule:
            problems.append((f"{where}, name", "there is already a topic of this name"))
    raise_together(problems)
    return tuple(rules.values())


def _take_tables(table: dict[str, Any], path: Path) -> list[Any]:
    unknown = [key for key in table if key != "topic"]
    if unknown:
        where = f"{path}, {unknown[0]}"
        raise SettingsError(where, "every topic begins with a line [[topic]]")
    tables = table.get("topic", [])
    if not isinstance(tables, list):
        raise SettingsError(str(path), "write [[topic]] with two brackets, once for each topic")
    return tables


def _build_rule(entry: _Entry) -> TopicRule:
    return TopicRule(entry.name, tuple(entry.aliases), tuple(entry.terms), tuple(entry.excluded))


def _describe(number: int, written: object) -> str:
    name = written.get("name") if isinstance(written, dict) else None
    return f"topic {number} ({name})" if isinstance(name, str) and name else f"topic {number}"


def _explain(error: ValidationError, topic: str) -> Iterator[tuple[str, str]]:
    for detail in error.errors():
        where = ", ".join([topic, *(_place(step) for step in detail["loc"])])
        if detail["type"] == "model_type":
            yield where, f"must be a table that begins with [[topic]], not {detail['input']!r}"
        elif detail["type"] == "extra_forbidden":
            yield where, explain_unknown(str(detail["loc"][0]), _Entry.model_fields)
        else:
            yield where, explain_value(detail)


def _place(step: str | int) -> str:
    return f"entry {step + 1}" if isinstance(step, int) else step
