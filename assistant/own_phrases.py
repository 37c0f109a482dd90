"""A rewritten sentence offered as a phrase of the unit's own bank, and saved when the person has confirmed it.

One decision: nothing is offered that would not come back. Before a phrase is shown, and again before it is written, the
same notes are worded with it once; if the sentence does not come of it, the person is told why not.
"""

from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from msgspec.structs import replace

from assistant.desk_views import PhraseOffer
from assistant.drafting import Draft
from assistant.phrase_proposal import PhraseProposal, named, propose_phrase
from assistant.phrase_saving import OWN_FILE, save_phrase
from assistant.phrases import readable
from phrasebank.bank import Bank, lay_over
from phrasebank.compose import compose
from phrasebank.material import Material
from report.problem import InputProblem


def offer(draft: Draft, paragraph_id: str, number: int, material: Material, bank: Bank) -> PhraseOffer:
    """Make a phrase of a sentence that a person rewrote, for the person to confirm.

    Raises:
        InputProblem: it cannot become one; the sentence says why.
        KeyError: there is no such paragraph.
        IndexError: there is no such sentence.
    """
    paragraph = {one.id: one for one in draft.document.paragraphs}[paragraph_id]
    sentence = paragraph.sentences[number]
    if sentence.kind != "edited":
        raise InputProblem("这一句您没有改过，没有可存的短语。先按 E 改好，存了再按 P")
    proposal = propose_phrase(draft, paragraph_id, sentence.text, bank)
    words = tuple(word for group in proposal.keywords for word in group)
    if not _comes_back(proposal, material, bank):
        raise InputProblem(
            f"原话“{proposal.note}”由程序照固定的写法写，存下来也用不上，不能存为短语；您改的这一句照样留着",
            right="由一条原话写成的别的句子",
        )
    return PhraseOffer(paragraph_id, sentence.text, readable(proposal.text), proposal.note, words, proposal)


def confirmed(
    offered: PhraseOffer, keywords: Sequence[str], material: Material, bank: Bank
) -> PhraseProposal:
    """The phrase with the keywords that the person left.

    Raises:
        InputProblem: with these keywords it would not be used for its own note.
    """
    if offered.proposal.tick:
        return offered.proposal
    words = tuple(dict.fromkeys(word.strip() for word in keywords if word.strip()))
    if not words:
        raise InputProblem(
            "没有关键词，程序认不出什么时候用这句话", right=f"至少一个，如 {offered.keywords[0]}"
        )
    if strange := next((word for word in words if word not in offered.note), ""):
        raise InputProblem(f"“{strange}”不在原话里", right=f"原话“{offered.note}”里的词")
    if any(character.isdigit() for word in words for character in word):
        raise InputProblem("关键词里不能有数字，数字每年都不一样", right=f"如 {offered.keywords[0]}")
    proposal = named(replace(offered.proposal, keywords=tuple((word,) for word in words)))
    if not _comes_back(proposal, material, bank):
        raise InputProblem(
            "用这些关键词，这条原话不会写成这句话", right=f"至少留下 {'、'.join(offered.keywords)}"
        )
    return proposal


def _comes_back(proposal: PhraseProposal, material: Material, bank: Bank) -> bool:
    """Whether the notes, worded with this phrase in the bank, use it."""
    with TemporaryDirectory() as scratch:
        trial = Path(scratch) / OWN_FILE
        trial.write_bytes(f"phrases:\n{proposal.as_yaml()}".encode())
        made = compose(material, lay_over(bank, [trial]))
    return any(one.phrase == proposal.id for paragraph in made.paragraphs for one in paragraph.sentences)


__all__ = ["confirmed", "offer", "save_phrase"]
