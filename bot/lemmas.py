"""Base forms of German and English words from simplemma's dictionaries, loaded as tries.

The plain dictionaries take a second and 120 MB to load; the tries are built once per machine
into a cache folder (2 s, at set-up or first use) and then load in milliseconds.
"""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, get_args

import simplemma
from platformdirs import user_cache_path
from simplemma.strategies import DefaultStrategy
from simplemma.strategies.dictionaries import TrieDictionaryFactory

from bot.core.models import Language

if TYPE_CHECKING:
    from collections.abc import Mapping


class DictionaryLemmatiser:
    """Fulfils the core's `Lemmatiser`. Dictionaries are opened at the first word of a language."""

    def __init__(self, folder: Path | None = None) -> None:
        """Use the tries in `folder`, by default a folder of ours in the user's cache."""
        self._folder = folder or user_cache_path("morgenlage") / "words"
        self._factory = TrieDictionaryFactory(disk_cache_dir=str(self._folder))
        self._strategy = DefaultStrategy(greedy=False, dictionary_factory=self._factory)
        self._open: dict[Language, Mapping[str, str]] = {}

    @property
    def version(self) -> str:
        """Tells dictionaries apart that may give other base forms."""
        return f"simplemma {simplemma.__version__}"

    def build(self) -> tuple[Language, ...]:
        """Build the tries that are missing and return their languages.

        Each is built beside its place and moved there, so that a second process never
        reads half of one.
        """
        missing = tuple(
            language
            for language in get_args(Language)
            if not (self._folder / f"{language}.dic").exists()
        )
        for language in missing:
            self._folder.mkdir(parents=True, exist_ok=True)
            with tempfile.TemporaryDirectory(dir=self._folder) as scratch:
                TrieDictionaryFactory(disk_cache_dir=scratch).get_dictionary(language)
                (Path(scratch) / f"{language}.dic").replace(self._folder / f"{language}.dic")
        return missing

    def is_known(self, word: str, language: Language) -> bool:
        """Whether the dictionary has `word` in this very form (nouns with their capital)."""
        # A look-up with `in` raises and catches an error for each word that is not there.
        return self._dictionary(language).get(word) is not None

    def lemma(self, word: str, language: Language) -> str:
        """The dictionary form of `word` as written there, or the word itself."""
        return self._strategy.get_lemma(word, language) or word

    def _dictionary(self, language: Language) -> Mapping[str, str]:
        if language not in self._open:
            self._open[language] = self._factory.get_dictionary(language)
        return self._open[language]


if __name__ == "__main__":
    # A step of the set-up: `python -m bot.lemmas` leaves nothing to be built at the first use.
    DictionaryLemmatiser().build()
