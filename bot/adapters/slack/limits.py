"""What Slack takes at most, in UTF-16 units, with the page that says so."""

from __future__ import annotations

# https://docs.slack.dev/reference/block-kit/blocks
BLOCKS_IN_MESSAGE = 50
BLOCKS_IN_VIEW = 100
# https://docs.slack.dev/reference/block-kit/blocks/section-block
SECTION_TEXT = 3000
# https://docs.slack.dev/reference/block-kit/blocks/header-block
HEADER_TEXT = 150
# https://docs.slack.dev/reference/block-kit/blocks/context-block: ten elements; the length of
# their text is not documented, so that it is kept below that of a section.
CONTEXT_TEXT = 2000
# https://docs.slack.dev/reference/block-kit/blocks/actions-block
ACTIONS = 25
# https://docs.slack.dev/reference/block-kit/block-elements/button-element
BUTTON_TEXT = 75
BUTTON_VALUE = 2000
# https://docs.slack.dev/reference/block-kit/composition-objects/option-object
OPTION_TEXT = 75
OPTION_VALUE = 150
OPTIONS = 100
# https://docs.slack.dev/reference/views/modal-views
VIEW_TITLE = 24
PRIVATE_METADATA = 3000
# https://docs.slack.dev/reference/methods/chat.postMessage: truncated from 4000 on.
MESSAGE_TEXT = 3000
# All text of a message together; Slack answers `msg_blocks_too_long` from about 13,200 on, which
# is documented nowhere: https://github.com/slackapi/bolt-js/issues/2509
TEXT_OF_MESSAGE = 12_000
# https://docs.slack.dev/reference/methods/assistant.threads.setSuggestedPrompts
PROMPTS = 4


def size(text: str) -> int:
    """The length of `text` as Slack counts it."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
