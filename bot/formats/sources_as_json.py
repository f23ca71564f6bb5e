"""What was read and what was left out, as JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.core.collection import Collection
    from bot.formats.as_json import JsonObject


def sources_as_dict(collection: Collection) -> JsonObject:
    """Files with the ids of their articles, what was left out and remarks, each with its reason."""
    return {
        "schema": 1,
        "articles": len(collection.articles),
        "files": [
            {"path": file.path, "articles": [article.id for article in file.articles]}
            for file in collection.files
            if file.articles
        ],
        "skipped": [
            {"path": skip.path, "line": skip.line, "reason": skip.reason, "fault": skip.is_fault}
            for skip in collection.skipped
            if not skip.is_remark
        ],
        "remarks": [
            {"path": skip.path, "line": skip.line, "reason": skip.reason}
            for skip in collection.skipped
            if skip.is_remark
        ],
    }
