"""Write the attribution room's forms.tsv: every written form of its verbs.

    python scripts/verb_forms.py > src/musnad/stages/attribution/forms.tsv

Reads beside it `verb_roots.tsv` (lemma, root, pattern; its participle where the root does not tell it;
`also`: whether its passive or its first person attributes) and `form_notes.tsv` (forms left out or marked
as everyday words), and conjugates with `mazini` (a development tool: not needed to run Musnad). Kept are
the third person, the participles as they attribute (مشيرا, مشيرة, مشيرين …, never the bare one) and of
passives and first persons what is asked for and spelt otherwise. Vowels go; shadda stays, and a
vowel where two lemmas would else share a key.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

import mazini

from musnad.text import fold

HERE = Path(__file__).parent
HEADER = ("form", "lemma", "class", "gender", "number", "person", "risk")
VOWELS = re.compile("[\u064b-\u0650\u0652\u0670]")
# Patterns of verb_roots.tsv as mazini wants them: form I by its two vowels (past-present), Iq of four radicals.
SLOTS = {
    "3ms": ("m", "one"), "3fs": ("f", "one"), "3md": ("m", "two"), "3fd": ("f", "two"),
    "3mp": ("m", "many"), "1s": ("-", "one"), "1p": ("-", "many"),
}  # fmt: skip
MOODS = {"past": "perfect", "ind": "imperfect", "sub": "imperfect", "juss": "imperfect"}
ENDINGS = {
    "ا": ("m", "one"), "ة": ("f", "one"), "ين": ("m", "many"), "ون": ("m", "many"),
    "ات": ("f", "many"), "تين": ("f", "two"), "تان": ("f", "two"), "ان": ("m", "two"),
}  # fmt: skip
# What is said by nobody in particular is claimed: the passive has a row of its own in cues.tsv.
IMPERSONAL = {"قال": "قيل"}
PRONOUNS = ("ه", "ها", "هم", "هما")


class Form(NamedTuple):
    form: str
    lemma: str
    kind: str
    gender: str
    number: str
    person: str


def rows(name: str) -> Iterator[dict[str, str]]:
    """The rows of a TSV file that lies beside this script."""
    lines = (HERE / name).read_text(encoding="utf-8").splitlines()
    return csv.DictReader((line for line in lines if not line.startswith("#")), delimiter="\t")


def conjugate(root: str, pattern: str) -> mazini.Conjugation:
    if pattern.startswith("I-"):
        past, present = pattern[2], pattern[3]
        return mazini.conjugate(root, "I", vowels=(past, present))
    return mazini.conjugate(root, pattern)


def plain(form: str) -> str:
    return VOWELS.sub("", form)


def written(verb: mazini.Conjugation, slot: str) -> list[str]:
    return [form.form for form in verb.slots.get(slot, ())]


def finite(lemma: str, verb: mazini.Conjugation, first: bool) -> Iterator[Form]:
    """Perfect and imperfect, with the endings that a pronoun calls for (نفاه); the first person where `first`."""
    for mood, kind in MOODS.items():
        for person, (gender, number) in SLOTS.items():
            if person[0] == "1" and (not first or mood not in ("past", "ind")):
                continue
            if person == "3md" and mood == "past" and verb.verb_form in ("I", "V", "VI") and lemma != "قال":
                continue  # spelt as the accusative of the verbal noun: نقلا, طلبا, توقعا
            for form in written(verb, f"{mood}_{person}"):
                yield Form(form, lemma, kind, gender, number, person[0])
                if plain(form).endswith("ى"):
                    joined = "|".join(plain(form)[:-1] + "ا" + pronoun for pronoun in PRONOUNS)
                    yield Form(joined.replace("أا", "آ"), lemma, kind, gender, number, person[0])
    for mood in ("past", "ind"):  # `طالبن`, `يرفضن`: last, where another form is spelt alike that one stays
        for form in written(verb, f"{mood}_3fp"):
            yield Form(form, lemma, MOODS[mood], "f", "many", "3")


def passive(lemma: str, verb: mazini.Conjugation) -> Iterator[Form]:
    for mood in MOODS:
        for person in ("3ms", "3fs"):
            for form in written(verb, f"{mood}_pass_{person}"):
                yield Form(form, lemma, "passive", *SLOTS[person], "3")


def participles(lemma: str, bare: str) -> Iterator[Form]:
    """From the bare participle; of one that ends in tanwin (نافٍ) the ya comes back, but for the plural."""
    weak = bare.endswith("\u064d")
    for ending, (gender, number) in ENDINGS.items():
        short = plain(bare) + ("ي" if weak and ending not in ("ين", "ون") else "")
        if bare:
            yield Form(short + ending, lemma, "participle", gender, number, "3")


def forms() -> Iterator[Form]:
    for row in rows("verb_roots.tsv"):
        verb = conjugate(row["root"], row["pattern"])
        yield from finite(row["lemma"], verb, "first" in row["also"])
        if "passive" in row["also"]:
            yield from passive(IMPERSONAL.get(row["lemma"], row["lemma"]), verb)
        yield from participles(row["lemma"], row["participle"] or next(iter(written(verb, "ap")), "").replace("?", ""))


def keys(found: Iterable[Form]) -> dict[str, Form]:
    """One row a key. Of forms of one lemma that fold alike the first stays, a third person before a first;
    a lemma that comes to a key in use keeps its vowels there."""
    kept: dict[str, Form] = {}
    known: set[tuple[str, str]] = set()
    for form in sorted(found, key=lambda form: form.person, reverse=True):
        alike = (fold(form.form), form.lemma)
        if alike in known:
            continue
        known.add(alike)
        key = plain(form.form)
        kept[form.form if key in kept else key] = form
    return kept


def main() -> None:
    notes = {(row["form"], row["lemma"], row["class"]): row["note"] for row in rows("form_notes.tsv")}
    print(
        "# Every written form of the verbs in cues.tsv. Generated by scripts/verb_forms.py: mend its inputs, not this."
    )
    print("# source: conjugated with mazini (Wael Tellat, CC-BY-4.0); forms are facts of the language")
    print("\t".join(HEADER))
    for key, form in sorted(keys(forms()).items()):
        word = plain(form.form).split("|")[0]
        marked = (word, "*f*" if form.gender == "f" else "*", "*")
        wanted = ((mark, form.lemma, form.kind) for mark in marked)
        note = next((notes[place] for place in wanted if place in notes), "")
        if note != "drop":
            print("\t".join((key, *form[1:], "yes" if note == "risk" else "")))


if __name__ == "__main__":
    main()
