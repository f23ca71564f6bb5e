from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.dialogue.grammar import parse_request
from bot.dialogue.requests import (
    AddLink,
    AskAgain,
    AskTopic,
    DigestNew,
    DigestNow,
    Follow,
    Help,
    ListTopics,
    Pause,
    PlanDigest,
    PreviewDigest,
    Request,
    Resume,
    ShowStatus,
    SmallTalk,
    Stop,
    Unfollow,
)

STARGATE = AskTopic("stargate")
NEW_STARGATE = AskTopic("stargate", changes_first=True)


def parse(text: str, *topics: str) -> Request:
    return parse_request(text, is_topic=lambda words: words.casefold() in topics)


COMMANDS: list[tuple[str, Request]] = [
    ("/briefing", ListTopics()),
    ("/BRIEFING", ListTopics()),
    ("briefing", ListTopics()),
    ("  /briefing   ", ListTopics()),
    ("/briefing stargate", STARGATE),
    ("briefing stargate", STARGATE),
    ("/Briefing   stargate  ", STARGATE),
    ('/briefing "stargate"', STARGATE),
    ("/briefing „stargate“", STARGATE),
    ("/briefing stargate?", STARGATE),
    ("/briefing #stargate", STARGATE),
    ("/briefing stargate bitte", STARGATE),
    ("/briefing zu stargate", STARGATE),
    ("/briefing die stargate", STARGATE),
    ("/briefing STAR GATE", AskTopic("STAR GATE")),
    ("/briefing Müller", AskTopic("Müller")),
    ("/briefing U.S. Steel", AskTopic("U.S Steel")),
    ("/briefing who", AskTopic("who")),
    ("/briefing was ist neu bei stargate", NEW_STARGATE),
    ("/briefing status", ShowStatus()),
    ("/briefing help", Help()),
    ("/briefing Hilfe!", Help()),
    ("/briefing help me", Help()),
    ("/briefing themen", ListTopics()),
    ("/briefing new", DigestNew()),
    ("/briefing was gibt es neues", DigestNew()),
    ("/briefing follow deepseek", Follow("deepseek")),
    ("/briefing 👍", ListTopics()),
    ("/digest", DigestNow()),
    ("/digest now", DigestNow()),
    ("/DIGEST JETZT", DigestNow()),
    ("digest jetzt bitte", DigestNow()),
    ("/digest new", DigestNew()),
    ("/digest neu", DigestNew()),
    ("/digest was ist neu?", DigestNew()),
    ("/digest plan", PlanDigest()),
    ("/digest status", ShowStatus()),
    ("/digest preview", PreviewDigest()),
    ("/digest Vorschau", PreviewDigest()),
    ("/digest follow deepseek", Follow("deepseek")),
    ("/digest folgen deepseek", Follow("deepseek")),
    ("/digest folge der KI-Blase", Follow("der KI-Blase")),
    ("/digest deepseek folgen", Follow("deepseek")),
    ("/digest follow", Follow("")),
    ("/digest unfollow deepseek", Unfollow("deepseek")),
    ("/digest entfolgen deepseek", Unfollow("deepseek")),
    ("/digest stop following deepseek", Unfollow("deepseek")),
    ("/digest stop deepseek", Unfollow("deepseek")),
    ("/digest pause", Pause()),
    ("/digest pausieren", Pause()),
    ("/digest resume", Resume()),
    ("/digest weiter", Resume()),
    ("/digest stop", Stop()),
    ("/digest stopp!", Stop()),
    ("/digest help", Help()),
    ("/digest hilfe", Help()),
    ("/digest new stargate", NEW_STARGATE),
    ("/digest now stargate", STARGATE),
    ("/digest new today", DigestNew()),
    ("/digest frühstück", Help("frühstück")),
    ("/wetter morgen", Help("/wetter")),
    ("/", ListTopics()),
]

CONVERSATION: list[tuple[str, Request]] = [
    ("stargate", STARGATE),
    ("stargate?", STARGATE),
    ("@Morgenlage stargate", STARGATE),
    ("@Morgenlage: stargate", STARGATE),
    ("<@U123> stargate", STARGATE),
    ("<@!123456> stargate", STARGATE),
    ("<@U123|morgenlage> stargate", STARGATE),
    ("stargate <@U123>", STARGATE),
    ("Morgenlage, stargate", STARGATE),
    ("@Morgenlage /briefing stargate", STARGATE),
    ("@Morgenlage", ListTopics()),
    ("@Morgenlage was ist neu bei stargate?", NEW_STARGATE),
    ("<@U123> Was gibt's Neues zu stargate?", NEW_STARGATE),
    ("was gibt’s neues bei stargate", NEW_STARGATE),
    ("gibt es bei stargate etwas neues?", NEW_STARGATE),
    ("gibt es etwas zu OpenAI", AskTopic("OpenAI")),
    ("und softbank?", AskTopic("softbank")),
    ("and softbank?", AskTopic("softbank")),
    ("what about softbank?", AskTopic("softbank")),
    ("what's new with deepseek", AskTopic("deepseek", changes_first=True)),
    ("WHAT IS NEW WITH DEEPSEEK", AskTopic("DEEPSEEK", changes_first=True)),
    ("any news on openai?", AskTopic("openai", changes_first=True)),
    ("the latest on stargate", NEW_STARGATE),
    ("tell me about Sam Altman", AskTopic("Sam Altman")),
    ("who is sam altman?", AskTopic("sam altman")),
    ("wer ist Sam Altman?", AskTopic("Sam Altman")),
    ("what is going on with xAI", AskTopic("xAI")),
    ("wie geht es weiter mit stargate", STARGATE),
    ("erzähl mir bitte etwas über stargate", STARGATE),
    ("ERZAEHL MIR WAS ÜBER STARGATE", AskTopic("STARGATE")),
    ("gib mir ein briefing zu stargate bitte", STARGATE),
    ("kannst du mir etwas über die KI-Pläne sagen?", AskTopic("KI-Pläne")),
    ("WHO?", AskTopic("WHO")),
    ("was macht die WHO?", AskTopic("WHO")),
    ("hallo, was ist neu bei stargate?", NEW_STARGATE),
    ("danke, und softbank?", AskTopic("softbank")),
    ("was sagt Musk dazu?", AskTopic("Musk")),
    ("welche Folgen hat Stargate?", AskTopic("Folgen hat Stargate")),
    ("Folgen von Stargate", AskTopic("Folgen von Stargate")),
    ("was ist los?", DigestNow()),
    ("guten Morgen, was gibt es heute?", DigestNow()),
    ("was gibt es neues?", DigestNew()),
    ("what's new?", DigestNew()),
    ("neu", DigestNew()),
    ("mehr dazu", AskAgain()),
    ("more about that", AskAgain()),
    ("und was ist daran neu?", AskAgain(changes_first=True)),
    ("welche Themen gibt es?", ListTopics()),
    ("zeig mir die themen", ListTopics()),
    ("show me the topics", ListTopics()),
    ("status", ShowStatus()),
    ("hilfe", Help()),
    ("kannst du mir helfen?", Help()),
    ("can you help me?", Help()),
    ("?", Help()),
    ("pause", Pause()),
    ("weiter", Resume()),
    ("folge deepseek", Follow("deepseek")),
    ("ich möchte deepseek folgen", Follow("deepseek")),
    ("please follow DeepSeek", Follow("DeepSeek")),
    ("don't follow deepseek anymore", Unfollow("deepseek")),
    ("deepseek nicht mehr folgen", Unfollow("deepseek")),
    ("folge deepseek nicht mehr", Unfollow("deepseek")),
    ("unsubscribe deepseek", Unfollow("deepseek")),
    ("@Morgenlage danke!", SmallTalk()),
    ("Vielen Dank 🙏", SmallTalk()),
    ("thank you so much", SmallTalk()),
    ("guten Morgen zusammen", SmallTalk(hello=True)),
    ("moin", SmallTalk(hello=True)),
    ("Hallo Morgenlage!", SmallTalk(hello=True)),
    ("hallo, danke", SmallTalk()),
    ("alle zusammen", SmallTalk()),
    ("ok, super", SmallTalk()),
    ("bitte", SmallTalk()),
    ("👍", SmallTalk()),
    (":)", SmallTalk()),
    ("", ListTopics()),
    ("2", AskTopic("2")),
]


@pytest.mark.parametrize(("said", "meant"), COMMANDS)
def test_a_command_means_what_it_says(said: str, meant: Request) -> None:
    assert parse(said) == meant


@pytest.mark.parametrize(("said", "meant"), CONVERSATION)
def test_a_plain_line_is_understood(said: str, meant: Request) -> None:
    assert parse(said) == meant


@pytest.mark.parametrize("said", ["/briefing status", "status", "@Morgenlage Status?"])
def test_a_command_word_is_a_topic_where_such_a_topic_exists(said: str) -> None:
    assert isinstance(parse(said, "status"), AskTopic)


def test_a_digest_word_stays_one_even_if_such_a_topic_exists() -> None:
    assert parse("/digest status", "status") == ShowStatus()


def test_a_topic_of_question_words_is_not_taken_apart() -> None:
    assert parse("/briefing was ist was", "was ist was") == AskTopic("was ist was")


def test_an_article_stays_where_it_is_part_of_the_name() -> None:
    assert parse("was ist neu bei die linke?", "die linke") == AskTopic(
        "die linke", changes_first=True
    )


def test_new_before_a_topic_may_belong_to_its_name() -> None:
    both = AskTopic("stargate", changes_first=True, otherwise=AskTopic("new stargate"))
    assert parse("/briefing new stargate") == both


def test_news_behind_a_topic_may_belong_to_its_name() -> None:
    both = AskTopic("fox", changes_first=True, otherwise=AskTopic("fox news"))
    assert parse("was ist mit fox news") == both


def test_a_first_word_that_may_be_a_name_is_kept_as_second_reading() -> None:
    assert parse("/briefing can kuzu") == AskTopic("kuzu", otherwise=AskTopic("can kuzu"))


def test_what_somebody_says_about_a_topic_asks_for_the_topic() -> None:
    read = parse("was sagt Musk zu den Rechenzentren?")
    assert read == AskTopic("Rechenzentren", otherwise=AskTopic("Musk zu den Rechenzentren"))


def test_what_does_not_matter_to_the_words_is_not_asked() -> None:
    asked: list[str] = []

    def is_topic(words: str) -> bool:
        asked.append(words)
        return False

    parse_request("/briefing stargate", is_topic=is_topic)
    assert asked == []


def test_a_long_text_is_cut() -> None:
    read = parse("stargate " * 2000)
    assert isinstance(read, AskTopic)
    assert len(read.query) < 1000


@pytest.mark.parametrize(
    "piece", ["a", "?", "<@", "„", "@a ", "\u202e", "\x00", "😀", "neu ", "zu ", "was "]
)
def test_of_a_text_without_end_only_the_beginning_is_read(piece: str) -> None:
    endless = piece * 100_000
    assert parse(endless) == parse(endless[:2000])


@given(st.text(max_size=300), st.sampled_from(["", "/briefing ", "/digest ", "@Morgenlage "]))
def test_every_text_asks_for_something(text: str, before: str) -> None:
    assert parse(before + text) is not None


PAGE = "https://news.example/a?b=1&c=(2)"


@pytest.mark.parametrize(
    "text",
    [
        PAGE,
        f"<{PAGE}>",
        f"<{PAGE}|Neue Brücke>",
        f"@Morgenlage bitte aufnehmen: {PAGE}.",
        f"<@U123> {PAGE}",
        f"Lesenswert ({PAGE}), oder?",
        f"„{PAGE}“",
        f"/briefing {PAGE}",
        f"{PAGE} und noch einmal {PAGE}",
        f"das hier {PAGE} " + "und so weiter " * 200,
    ],
)
def test_the_one_address_among_the_words_is_a_page_to_add(text: str) -> None:
    assert parse(text) == AddLink(PAGE)


@pytest.mark.parametrize(
    "text",
    [
        f"{PAGE} https://news.example/b",
        "news.example/a",
        "ftp://news.example/a",
        "javascript:alert(1)",
        "https://",
        f"/digest follow {PAGE}",
        # Nobody knows how it goes on.
        "https://news.example/" + "a" * 3_000,
    ],
)
def test_what_is_not_one_address_adds_nothing(text: str) -> None:
    assert not isinstance(parse(text), AddLink)
