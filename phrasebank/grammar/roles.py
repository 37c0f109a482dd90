"""Who does it, where, with what: the words around the verb, from `lexicon/grammar_roles.yaml`."""

from functools import cache

import msgspec
from msgspec.structs import replace

from phrasebank.grammar.frames import Frame
from phrasebank.grammar.things import Count, Thing
from phrasebank.protect import read_lexicon
from report.yamlfile import convert

WHO = ("person", "office")
_WHERE = ("site", "account", "spot", "screen")


class AmountEntry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What is done with a thing that was jotted with its number only."""

    of: str
    say: str
    fields: str


class RolesFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`grammar_roles.yaml`."""

    publish: str
    alone: str
    by_somebody: str
    done_to: str
    subject: str
    numbered: str
    in_step: str
    towards: str
    for_whom: str
    means: str
    above: str
    vague: str
    vague_before: str
    vague_alone: str
    outsiders: str
    inside: str
    telling: str
    amounts: tuple[AmountEntry, ...]
    have: dict[str, str]


_OF_ITSELF = ("接入", "对接", "联通", "通过", "支持", "改成", "换成", "变成", "接待")
"""What a site or an account does itself: 网站接入县级平台."""


class Roles(msgspec.Struct, frozen=True):
    """The file, ready for use."""

    publish: frozenset[str]
    alone: frozenset[str]
    by_somebody: frozenset[str]
    done_to: frozenset[str]
    subject: frozenset[str]
    numbered: frozenset[str]
    in_step: frozenset[str]
    towards: frozenset[str]
    for_whom: frozenset[str]
    means: frozenset[str]
    above: frozenset[str]
    vague: frozenset[str]
    vague_before: frozenset[str]
    vague_alone: frozenset[str]
    outsiders: frozenset[str]
    inside: frozenset[str]
    telling: frozenset[str]
    amounts: dict[tuple[str, str], str]
    """(class, field) → verb."""
    have: dict[str, str]


@cache
def load_roles() -> Roles:
    """Read the file once per process.

    Raises:
        InputProblem: the file is not valid; file, line and right form are named.
    """
    data = convert(read_lexicon("grammar_roles.yaml"), RolesFile)
    amounts = {
        (cls, field): entry.say
        for entry in data.amounts
        for cls in entry.of.split()
        for field in entry.fields.split()
    }
    sets = {
        name: frozenset(getattr(data, name).split())
        for name in RolesFile.__struct_fields__
        if name not in ("amounts", "have")
    }
    return Roles(**sets, amounts=amounts, have=data.have)


def settle(frame: Frame) -> None:
    """Who of the things before the verb acts, and where; what only tells of the object joins it."""
    rest: list[Thing] = []
    for index, topic in enumerate(frame.topics):
        several = len(frame.topics) > 1 or frame.object is not None
        if topic.cls == "person" and frame.object and frame.object.items[0].text in ("人", "人员"):
            count = frame.object.items[0].count
            frame.object = Thing((replace(topic.items[-1], count=count),)) if count else topic
        elif (
            topic.cls in (*WHO, "keeper")
            and _all_people(topic)
            and frame.agent is None
            and (several or not _suffers(frame, index))
        ):
            frame.agent = ("", topic)
        elif topic.cls in _WHERE and frame.place is None and _puts_somewhere(frame):
            frame.place = ("", topic)
        elif frame.object and not frame.all and _joins(topic, frame.object):
            first = frame.object.items[0]
            frame.object = Thing((replace(first, text=topic.written + first.text),))
        else:
            rest.append(topic)
    frame.topics = rest


def _all_people(topic: Thing) -> bool:
    """名字和单位 is nobody."""
    return all(item.cls in (*WHO, "keeper", "") for item in topic.items)


def _suffers(frame: Frame, index: int) -> bool:
    """People that something is done to, rather than that do it."""
    if index > 0 or frame.verb is None:
        return True
    done_to = frame.verb.with_object("person") in load_roles().done_to
    return done_to and frame.topics[index].written not in load_roles().above


def _puts_somewhere(frame: Frame) -> bool:
    """The verb is done somewhere, so that a place before it is no thing it is done to."""
    verb, thing = frame.verb, frame.object
    if verb is not None and verb.word in _OF_ITSELF:
        return False
    if verb is None or (thing is not None and "~" in verb.with_object(thing.cls)):
        return False
    return thing is not None or verb.alone in load_roles().publish


def _joins(topic: Thing, thing: Thing) -> bool:
    """惠企政策弄了专栏: a column about them."""
    made = thing.cls in ("column", "list", "handout", "interpretation", "video") and len(thing.items) == 1
    return (
        made and topic.cls in ("information", "document", "") and not topic.counted and len(topic.items) == 1
    )


def adverbs(frame: Frame, verb: str, done: str = "") -> str:
    """Everything that stands right before the verb, in official order."""
    roles = load_roles()
    agent = _agent(*frame.agent, verb) if frame.agent else ""
    place = _place(*frame.place, verb) if frame.place else ""
    toward = f"{_toward(frame.toward[0], verb)}{frame.toward[1].acting}" if frame.toward else ""
    together = "同步" if verb in roles.in_step | roles.publish else "共同"
    manner = [each for each in frame.manner if each != "还"]  # 还得加 says 须增加
    new = "新" if "新" in manner else ""
    how = "".join(dict.fromkeys(each for each in manner if each != "新")).replace("一起", together)
    outward = "向社会" if frame.outward and verb in roles.publish else ""
    if how == "各":
        agent = frame.agent[1].acting if frame.agent else ""  # 9个村各安装广播1台
        place, how = place + how, ""
    return f"{agent}{done}{frame.often}{how}{place}{toward}{outward}{new}"


def _agent(word: str, who: Thing, verb: str) -> str:
    acting = who.acting
    if word == "请" and ("第三方" in acting or "机构" in acting):
        return f"委托{acting}"
    if word == "请" and who.cls == "person":
        return f"邀请{acting}"
    if word == "派":
        return f"选派{acting}"
    if word == "由" and verb == "参加":
        return acting
    if word == "改由":
        return f"改由{acting}"
    by = word in ("由", "请", "送") or verb in load_roles().by_somebody or acting[0].isdigit()
    return f"由{acting}" if by else acting


def _place(word: str, where: Thing, verb: str) -> str:
    roles = load_roles()
    if verb in roles.publish and where.cls in ("site", "account") and word in ("", "在", "到", "至", "于"):
        return f"通过{_SITES.get(where.written, where.written)}"
    level = where.cls == "office" and where.written.endswith("级")
    return f"{word if word in roles.means else '在'}{where.acting}{'部门' if level else ''}"


_SITES = {"网站": "政府网站"}


def _toward(word: str, verb: str) -> str:
    if word != "给":
        return word
    roles = load_roles()
    return "向" if verb in roles.towards else "为" if verb in roles.for_whom else "对"


def counted(count: Count | None, cls: str, verb: str) -> str:
    """A number behind the verb with the classifier of what it counts."""
    if count is None:
        return ""
    if not count.unit and not cls and verb in load_roles().publish:
        return f"{count.number}条"
    return count.of(cls)
