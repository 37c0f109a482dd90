"""Who looks at a text before it goes out, told step by step: 经办写、主任看、副乡长签 → 信息由经办人起草、主任审核、副乡长签发.

One decision: every word must be a step, a person, or what frames the steps (三关：…, …，三道手过了才发); a number of steps that
does not agree with the steps told leaves the line to a person.
"""

import re
from collections.abc import Sequence
from functools import lru_cache

import msgspec

from phrasebank.grammar.mention import is_named
from phrasebank.register.edits import in_whole_words
from phrasebank.register.segments import Segment
from phrasebank.register.who_acts import LINK, load_steps, person_of
from report.lazily import pattern

_FIELDS = ("政府信息管理", "主动公开", "平台建设", "依申请公开")
_MOST = 6
"""No chain takes more segments."""
_NUMBERS = {"两": 2, "2": 2, "三": 3, "3": 3, "四": 4, "4": 4, "五": 5, "5": 5}
_N = "(?P<n>[两三四五2-5])"
_OUT = "(?:往?外?发(?:布|出去?)?|上网|挂网|上传|公开|放行|往外发|见网)"
_HEAD = pattern(
    rf"(?P<text>[^：，0-9]{{0,6}}?)(?P<out>{_OUT}|出门)?(?P<before>之?前)?(?:都|要|得|须|先[签审]后发|先|必须|一律|全|走|过|经过|实行|执行|坚持|落实|严格|OA|系统|线上|有|分|共|内部|流程)*"
    rf"(?:{_N}(?:步走?|关|道手续?|道关口?|道审核|道|级审核?|级|个环节|审|遍|手|次审核|层)(?:制度?)?)?(?:走|来|审核|流程)?(?:：|(?=“))"
)
_TAIL = pattern(
    rf"(?:共|一共|总共|这|都)?(?:{_N}(?P<signs>个人|人|个名字|个签名)?(?:步走?|关|道手续?|道关口?|道审核|道|级审核?|级|个环节|审|遍|手|层)?(?:都)?)?"
    rf"(?:都)?(?:过了?|走完|看完|审完|签完|齐了|签字|签了|点了头|审核|把关|走过|全过)?(?:之?后)?(?P<out>(?:才|再|方|就)?(?:能|可|可以|准|让)?{_OUT})?"
)
_NOT_LESS = pattern(
    "(?:少|缺|差|漏)(?:了)?(?:一道|一关|一个|一步|哪一道)(?:关|手续|环节)?(?:都|也|就)*(?:不能|不准|不给|不得|不许|不予|不)(?:往外)?(?:发布?|上网|公开)(?:的)?"
)
"""The same said the other way: 少一道都不能发."""
_CLOSING = pattern(
    rf"(?P<stem>.*?)(?P<tail>{_N}(?:道手续?|道关|道|级|层|步|关)(?:审核|把关|审|都?过了?)?(?:才|再|后|方可)?(?:能|可)?{_OUT}?|(?:之?后|完)?(?:才|再|方可|方能|就)(?:能|可以?|准|让)?(?:往?外)?{_OUT}|后{_OUT})"
)
"""The same at the end of the last step."""
_LEAD = pattern(rf"[^：，、0-9]{{0,6}}?(?:{_OUT}|稿|出门)?之?前(?:都|要|得|须|先|必须|一律|均|全部|全)*(?=.)")
"""The step before which they look, without a colon: 发稿前科室初审."""
_SELF = pattern(r"谁(?:起草|拟稿|写|拟|办|编)谁(?:先|自己|自)*(?:看|审|自查|把关|查|自审|核)")
_TEXT_FIRST = pattern(
    "(?P<text>[^，、：0-9由]{1,8}(?:信息|稿件|公告|预警|答复|文书|通报|名单|数据|文件|决定))(?:都|均|一律|要|得|须|先|由)*(?=..)"
)
"""What goes through the steps, named before them: 一般政务信息由办公室拟、局长签."""
_PARTS = pattern(r"[、，→—]|->|-|到(?=[^、]{2,4}$)")


class Step(msgspec.Struct, frozen=True):
    """Who, and what is done; empty where only the person is named."""

    who: str
    act: str


class Told(msgspec.Struct, frozen=True):
    """What frames the steps says."""

    text: str = ""
    """What goes through them (稿件)."""
    number: int = 0
    out: bool = False
    before: str = ""
    signed: str = ""
    """So many people sign, in digits as jotted."""


def steps_of(segments: Sequence[Segment]) -> tuple[str, int] | None:
    """The wording of the chain that opens ``segments`` and how many of them it takes; None if none does."""
    first = segments[0]
    if first.field not in _FIELDS:
        return None
    for width in range(min(_MOST, len(segments)), 0, -1):
        window = segments[:width]
        if any(segment.strong for segment in window[1:]):
            continue
        if said := _worded(tuple(segment.text for segment in window), first.field):
            return said, width
    return None


@lru_cache(maxsize=1024)
def _worded(texts: tuple[str, ...], field: str) -> str | None:
    pieces = list(texts)
    told = Told()
    if "：" in pieces[0] or pieces[0].endswith("”"):
        head = _HEAD.match(pieces[0])
        read = _framed(head) if head else None
        if head is None or read is None:
            return None
        told = read
        pieces[0] = pieces[0][head.end() :]
    elif len(pieces) > 1 and (opened := _HEAD.fullmatch(f"{pieces[0]}：")) and (read := _framed(opened)):
        told = read
        del pieces[0]
    elif (
        (lead := _LEAD.match(pieces[0]))
        and (opened := _HEAD.fullmatch(f"{lead[0]}："))
        and (read := _framed(opened))
    ):
        told = read
        pieces[0] = pieces[0][lead.end() :]
    if len(pieces) > 1 and _NOT_LESS.fullmatch(pieces[-1]):
        told = Told(told.text, told.number, True, told.before, told.signed)  # noqa: FBT003
        del pieces[-1]
    if len(pieces) > 1 and (tail := _TAIL.fullmatch(pieces[-1])) and (tail["n"] or tail["out"]):
        signed = tail["n"] if tail["signs"] and tail["n"].isdigit() else ""
        number = told.number or _NUMBERS.get(tail["n"] or "", 0)
        told = Told(told.text, number, told.out or bool(tail["out"]), told.before, signed)
        del pieces[-1]
    elif closing := _CLOSING.fullmatch(pieces[-1]):
        number = told.number or _NUMBERS.get(closing["n"] or "", 0)
        told = Told(
            told.text, number, told.out or any(out in closing["tail"] for out in "发网开传"), told.before
        )
        pieces[-1] = closing["stem"]
    steps, text = _steps([part for piece in pieces for part in _PARTS.split(piece.strip("“”")) if part])
    if len(steps) < 2 or (told.number and told.number != len(steps)):
        return None
    said = _sentence(steps, Told(told.text or text, told.number, told.out, told.before, told.signed), field)
    counted = re.search("[2-5](?=道)", texts[0])
    if said and counted and counted[0] not in said:
        return f"信息发布实行{counted[0]}道审核程序，{said.removeprefix('信息')}"
    return said


def _framed(head: re.Match[str]) -> Told | None:
    """What stands before the colon; None where a word of it says something else."""
    if head[0] in ("审核：", "审核流程：", "流程："):
        return Told()
    if not (head["n"] or head["out"] or head["text"]):
        return None
    named = (head["text"] or "").removesuffix("的")
    text = load_steps().texts.get(named, "")
    if named and not text:
        return None
    if not (head["n"] or "：" in head[0] or "“" in head.string):
        return None
    out = bool(head["out"]) or "发" in named or "过" in head[0]
    before = (
        f"{'上网' if head['out'] in ('上网', '挂网', '上传', '见网') else '发布'}前" if head["before"] else ""
    )
    return Told(text, _NUMBERS.get(head["n"] or "", 0), out, before)


def _steps(parts: Sequence[str]) -> tuple[list[Step], str]:
    """The steps and what goes through them; no steps where a part is none."""
    words = load_steps()
    steps: list[Step] = []
    text = ""
    for place, part in enumerate(parts):
        said = part
        if not place and (
            named := next(
                (
                    name
                    for name in sorted(words.texts, key=len, reverse=True)
                    if part.startswith(name) and len(part) > len(name) + 2
                ),
                "",
            )
        ):
            text, said = words.texts[named], part.removeprefix(named).lstrip("都要得须先由一律")
        elif not place and (found := _TEXT_FIRST.match(part)) and is_named(found["text"]):
            text, said = in_whole_words(found["text"]), part[found.end() :]
        step = _step(said) or _step(part)
        if step is None:
            return [], ""
        steps.append(step)
    return steps, text


def _step(part: str) -> Step | None:
    if _SELF.fullmatch(part):
        return Step("起草人", "自审")
    words = load_steps()
    if match := words.step.fullmatch(part):
        who = person_of(match["who"])
        act = words.acts.get(match["act"], "审核")  # 股长一遍
        return Step(who, "自审" if match["self"] and act == "审核" else act) if who else None
    who = person_of(re.sub(f"^{LINK}", "", part))
    return Step(who, "") if who else None


def _sentence(steps: Sequence[Step], told: Told, field: str) -> str | None:
    text = told.text or ("答复" if field == "依申请公开" else "信息")
    if not all(step.act for step in steps):
        return _only_people(steps, told, text)
    acts = [step.act for step in steps]
    if load_steps().review.isdisjoint(acts) or told.signed:
        return None
    if acts.count("审核") == 2:
        acts[acts.index("审核")] = "初审"
        acts[acts.index("审核")] = "复审"
    elif acts.count("审核") == len(acts):
        return f"{text}{told.before}依次由{'、'.join(step.who for step in steps)}审核"
    elif acts.count("审核") > 2 or "发布" in acts[:-1]:
        return None
    chain = "、".join(f"{step.who}{act}" for step, act in zip(steps, acts, strict=True))
    out = "后发布" if told.out and not told.before and acts[-1] not in ("保密审查", "发布") else ""
    return f"{text}{told.before}由{chain}{out}"


def _only_people(steps: Sequence[Step], told: Told, text: str) -> str | None:
    """股长、办公室、分管局长，三道手过了才发: people only, and how many steps they are."""
    if any(step.act for step in steps) or not (told.number or told.out):
        return None
    who = "、".join(step.who for step in steps[:-1]) + f"和{steps[-1].who}"
    through = "须由" if who.startswith("经") else "须经"
    if told.signed:
        return f"{text}{through}{who}{told.signed}人签字后发布"
    levels = {2: "两", 3: "三", 4: "四", 5: "五"}.get(told.number, "")
    return f"{text}{'发布' if text == '信息' else ''}{through}{who}{f'{levels}级' if levels else ''}审核"
