"""Whose words "he", "the president" or "the company" stand for, within two paragraphs."""

import re
from bisect import bisect_left
from collections.abc import Iterator

from spacy.tokens import Token

from reader.analysis.quotes.bodies import body_before
from reader.analysis.quotes.book import Book, Entry
from reader.analysis.quotes.companies import Companies, explained, top
from reader.analysis.quotes.describing import Described, Describer
from reader.analysis.quotes.people import People
from reader.analysis.syntax import relations as rel
from reader.analysis.syntax.clauses import RELATIVE, relative_noun
from reader.analysis.syntax.view import Syntax
from reader.analysis.syntax.words import is_pronoun

REACH = 2  # paragraphs back
_GENDERS = {"he": "m", "him": "m", "his": "m", "she": "f", "her": "f"}
_AGED = re.compile(r"\d-year-old$")


class Resolver:
    """Resolves what a mention stands for; what two would fit stays unresolved."""

    def __init__(self, page: Syntax, people: People, describer: Describer, book: Book) -> None:
        self.page, self.people, self.describer, self.book = page, people, describer, book
        self.companies = Companies(page, people)
        self.named = sorted(at for at in people.by_token if not page.marked[at])

    def entry(self, head: Token, last: Entry | None) -> Entry | None:
        """The speaker a mention names, ``last`` being the one quoted just before it."""
        head = relative_noun(head) or head
        described = self.describer.describe(head)
        if head.lower_ in _GENDERS:
            return self._person(head, _GENDERS[head.lower_], last)
        if head.lower_ in {"one", "another"} and (group := body_before(self.page, head)) is not None:
            return self.entry(group, last)
        if head.lower_ in {"it", "they", "we"} or head.lower_ in RELATIVE:
            return self._body(head, last) if head.lower_ != "we" else last
        if is_pronoun(head):
            return last if head.lower_ in {"i", "you"} else None
        if described.named and described.kind == "person" and head.i not in self.people.by_token:
            self.book.christen(head.lemma_.lower(), described)
        if not described.named and self._is_definite(head):
            return self._definite(head, described, last) or self.book.enter(described)
        return self.book.enter(described)

    def _person(self, head: Token, gender: str | None, last: Entry | None) -> Entry | None:
        """The nearest sentence back in which just one person fits, its subject before others."""
        for tokens in self._sentences_back(head):
            fitting = self._fitting(tokens, gender)
            sure = {key: entry for key, entry in fitting.items() if entry.gender == gender}
            fitting = sure or fitting
            if len(fitting) == 1:
                return next(iter(fitting.values()))
            if fitting:
                subjects = [entry for entry in fitting.values() if self._is_subject(tokens, entry.name)]
                if len(subjects) == 1:
                    return subjects[0]
                return last if last is not None and last.key in fitting else None
        return last if last is not None and last.kind == "person" and _may_be(last, gender) else None

    def _fitting(self, tokens: list[int], gender: str | None) -> dict[str, Entry]:
        """People named at these tokens whom a pronoun of this gender may mean."""
        found: dict[str, Entry] = {}
        for at in tokens:
            token = top(self.page.doc[at], self.people)
            if not self.describer.is_person(token):
                continue
            described = self.describer.describe(explained(token))
            if (
                described.kind == "person"
                and (entry := self.book.enter(described)) is not None
                and _may_be(entry, gender)
            ):
                found[entry.key] = entry
        return found

    def _is_subject(self, tokens: list[int], name: str) -> bool:
        doc = self.page.doc
        return any(
            self.people.by_token[at][0] == name and rel.is_subject(explained(doc[at])) for at in tokens
        )

    def _body(self, head: Token, last: Entry | None) -> Entry | None:
        """ "It": the nearest organisation; "it" and "they": who spoke just before, if no person."""
        if (body := body_before(self.page, head)) is not None:
            return self.entry(body, last)
        return last if last is not None and last.kind != "person" else None

    def _is_definite(self, head: Token) -> bool:
        return any(child.lower_ in {"the", "this", "that"} for child in head.lefts)

    def _definite(self, head: Token, described: Described, last: Entry | None) -> Entry | None:
        """ "The president": the one person whose role says so. "The 46-year-old": the only one near."""
        noun = head.lemma_.lower()
        if described.name and _AGED.search(described.name):
            return self._person(head, None, last)
        if described.kind == "person":
            holders = {
                e.key: e
                for e in self.book.entries.values()
                if e.role and noun in e.role.lower().split() and e.kind == "person"
            }
            return next(iter(holders.values())) if len(holders) == 1 else None
        if described.kind == "organisation" and described.name and len(described.name.split()) == 2:
            return self._organisation(head)
        return None

    def _organisation(self, head: Token) -> Entry | None:
        """ "The company", "the authority": see :mod:`reader.analysis.quotes.companies`."""
        found = self.companies.meant(head, self._sentences_back(head))
        return self.book.enter(self.describer.describe(found)) if found is not None else None

    def _sentences_back(self, head: Token) -> Iterator[list[int]]:
        """Named tokens outside marks, sentence by sentence, from the head's own backwards."""
        first = self.page.paragraphs[max(self.page.paragraph_of(head.i).index - REACH, 0)].lo
        hi = head.i
        lo = max(self.page.sentence_of(hi)[0], first)
        while hi > first:
            tokens = self.named[bisect_left(self.named, lo) : bisect_left(self.named, hi)]
            if tokens:
                yield tokens
            hi = lo
            lo = max(self.page.sentence_of(hi - 1)[0], first) if hi > first else first


def _may_be(entry: Entry, gender: str | None) -> bool:
    return gender is None or entry.gender in {gender, None}
