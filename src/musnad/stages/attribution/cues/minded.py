"""What somebody only thinks or wants, where nobody is told of who has said so: `ومن يقرأ النص، يدرك أن`, `كان ذلك حين
أدركت أن`. A thought is reported of whoever stands beside its verb, or goes on with what he has said."""

from __future__ import annotations

from musnad.doc import Link
from musnad.stages.attribution.cues.opening import Opening, strong
from musnad.stages.attribution.page.scene import Scene

__all__ = ["nobodys_thought"]


def nobodys_thought(scene: Scene, opening: Opening, chain: tuple[Link, ...], rule: str, *, within: bool) -> bool:
    """Whether the verb at hand tells of a mind, a finding or a wish of nobody's, or of a speaker's from far away in
    the middle of a sentence. `within`: what somebody else has said tells of it."""
    if opening.way != "verb" or opening.source is not None:
        return False
    minds = opening.row["statement"] == "mind"
    if not chain or rule == "carry-nothing":
        if opening.row["lemma"] in ("اعتقد", "أمّل") and scene.text(opening.at).lstrip("وف")[:1] == "ي":
            return False  # `ويعتقد أن`, `يؤمل أن`: a passive whose vowels are not written
        told = within or (opening.begins is not None and strong(scene, opening.begins))
        if not told and opening.form.get("class") == "imperfect" and opening.row["lemma"] != "نصح":
            return True  # `يعملون في البيت، ويرحبون بالضيوف`; but `وينصح الآباء بالقراءة`
        return minds or opening.row["lemma"] in _FOUND or scene.text(opening.at).removeprefix("و") == "تتمني"
    goes_on = scene.text(opening.at)[:1] == "و" and opening.at == scene.sentence_start(opening.at)
    return minds and rule == "carry-unstated" and not goes_on


_FOUND = ("دلّ", "وجد")
