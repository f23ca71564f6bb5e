"""What Discord takes at most.

https://discord.com/developers/docs/components/reference and …/resources/message
"""

# Characters of all text displays of a message together.
MESSAGE_TEXT = 4000
# Components of a message, nested ones and accessories counted.
MESSAGE_COMPONENTS = 40
ROW_BUTTONS = 5
BUTTON_LABEL = 80
CUSTOM_ID = 100
SELECT_OPTIONS = 25
SELECT_TEXT = 100
CHOICES = 25
CHOICE_TEXT = 100
MODAL_TITLE = 45
LABEL_TEXT = 45
LABEL_HINT = 100
THREAD_NAME = 100
NONCE = 25
# An interaction wants its first answer within 3 seconds and takes none after 15 minutes.
TOKEN_SECONDS = 15 * 60
# An app that is installed by a person alone may follow up so often.
FOLLOW_UPS = 5
