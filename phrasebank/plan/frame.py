"""What every report says without being told: basis, parts, period, where to find it, who writes."""

from phrasebank.fragment import EMPTY, join, traced, words
from phrasebank.pen import Pen
from report.document import Sentence
from report.unit import names_guiding_thought

_DECREE = "国务院令第711号"
"""The decree of the Regulation in its present form (2019)."""
_SITE = "unit.contact.website"

_FRAMES = {
    "主动公开": "active.frame",
    "依申请公开": "requests.frame",
    "政府信息管理": "management.frame",
    "平台建设": "platform.frame",
    "监督保障": "supervision.frame",
}


def aspect_frame(pen: Pen, aspect: str) -> list[Sentence]:
    """The sentence that opens an aspect in 详 with what the law bases it on; other lengths do without it (0.1)."""
    if pen.material.style.length != "详":
        return []
    return [pen.say(_FRAMES[aspect])]


def opening_sentences(pen: Pen) -> list[Sentence]:
    """The opening paragraph: basis, six parts, period; website and contact where given."""
    material = pen.material
    edition, contact, year = material.edition, material.unit.contact, material.year
    titles = [section.title for section in edition.sections]
    sentences = [
        pen.say(
            "opening.basis",
            {
                "令号": traced(_DECREE, "edition"),
                "格式": words(edition.basis.title),
                "文号": traced(edition.basis.number, "edition"),
                "部分": words("，".join(titles)),
                "起": traced(f"{year}年1月1日", "year"),
                "止": traced(f"{year}年12月31日", "year"),
            },
            sources=("edition", "year"),
        )
    ]
    if contact.website:
        sentences.append(
            pen.say("opening.website", {"网址": traced(contact.website, _SITE)}, sources=(_SITE,))
        )
    ways = [
        ("地址", contact.address, "unit.contact.address"),
        ("邮编", contact.postcode, "unit.contact.postcode"),
        ("电话", contact.phone, "unit.contact.phone"),
    ]
    said = [(traced(f"{label}：{value}", slot), slot) for label, value, slot in ways if value]
    if said:
        whole = join([way for way, _ in said], "；")
        slots = {"单位": traced(material.unit.name, "unit"), "方式": whole}
        sentences.append(pen.say("opening.contact", slots, sources=tuple(slot for _, slot in said)))
    return sentences


def intro_sentences(pen: Pen) -> list[Sentence]:
    """The one frame sentence under section 一."""
    material = pen.material
    guided = material.style.guiding
    if guided is None:
        guided = names_guiding_thought(material.unit.name, material.unit.kind)
    if guided:
        spirit = pen.bank.spirits.get(str(material.year), "")
        return [
            pen.say("intro.guided", {"精神": words(spirit) if spirit else EMPTY}, sources=("unit", "year"))
        ]
    if material.unit.superiors:
        led = words("、".join(material.unit.superiors))
        return [pen.say("intro.led", {"领导": led}, sources=("unit", "year"))]
    return [pen.say("intro.plain", {"领导": EMPTY}, sources=("unit", "year"))]
