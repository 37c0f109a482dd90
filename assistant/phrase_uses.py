"""What became of a unit's own phrases in one report, for whoever wrote them."""

from phrasebank.bank import Bank, load_bank
from phrasebank.compose import compose
from phrasebank.material import Material
from phrasebank.uses import uses


def told_uses(material: Material, bank: Bank) -> str:
    """A paragraph a phrase: the sentences it worded, or why it was not used.

    Args:
        material: The report.
        bank: The shipped bank with the unit's own over it.
    """
    told = uses(compose(material, bank), material, bank, load_bank().phrases)
    lines = []
    for use in told:
        if use.sentences:
            lines.append(f"{use.phrase.id}：用上了\n" + "".join(f"  {text}\n" for text in use.sentences))
        else:
            lines.append(f"{use.phrase.id}：没有用上\n  {use.why_not}。\n")
    used = sum(bool(use.sentences) for use in told)
    title = f"{material.unit.name}{material.year}年：本单位 {len(told)} 条短语，用上 {used} 条\n"
    return title + "".join(lines)
