"""Where an office is: address, postcode, telephone and website in one line, in any order, with labels or without.

One decision: the line is read part by part, so that what stands beside a number stays beside it and the words of the
address keep their order. Only an office's own line is taken; a person's name or mobile number is refused with the rest kept.
"""

import re
from collections.abc import Iterator, Mapping

import msgspec

from prompts.names import TELLING, NotAName
from report import lazily

_LONGEST_ADDRESS = 60
_HALF = str.maketrans("０１２３４５６７８９＠．／", "0123456789@./")
_DASH = lazily.pattern(r"(?<=[0-9])\s*[-－—–−‐﹣]+\s*(?=[0-9])")
_AREA = lazily.pattern(
    r"(?<=\b0[0-9]{2})[ \u3000]+(?=[0-9]{7,8}(?![0-9]))|(?<=\b0[0-9]{3})[ \u3000]+(?=[0-9]{7,8}(?![0-9]))"
)
_TURN = lazily.pattern(r"\s*转\s*(?=[0-9])")
_GLUED = lazily.pattern(
    r"(?<=[0-9号楼层座栋院厦）)])(?=(?:邮政编码|邮编|(?:联系|办公|咨询)?电话|传真|网[址站]|官网)(?:是|为)?[:：]?\s*(?:[0-9(]|http|www))"
)
"""Where a label follows what is written before it without any mark."""
_PARTS = lazily.pattern(
    r"(?P<part>(?:[（(][^（()）]*[）)]|[^，,；;、。\s（(])+|[（(])(?P<mark>[，,；;、。\s]*)"
)
_LABEL = lazily.pattern(
    r"(?P<who>[\u4e00-\u9fff]{0,10}?)(?P<label>(?:办公|通讯|单位|联系|邮政)?地址|邮政编码|邮编"
    r"|(?:联系|办公|咨询|值班|热线)?(?:电话|座机)|传真|(?:门户)?网[址站]|官网|(?:电子)?邮箱|联系人|负责人|经办人)(?:号码?)?(?:是|为)?[:：]?"
)
_PHONE = lazily.pattern(
    r"(?<![0-9-])(?:\(?0[0-9]{2,3}\)?[- ]?)?[0-9]{7,8}(?:-[0-9]{1,5}|转[0-9]{1,5})?(?![0-9])"
)
_MOBILE = lazily.pattern(r"(?<![0-9])1[3-9][0-9]{9}(?![0-9])")
_POSTCODE = lazily.pattern(r"(?<![0-9-])[0-9]{6}(?![0-9-])")
_WEBSITE = lazily.pattern(
    r"(?:https?://|www\.)[^\s，,；;、（()）]+|[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:gov|org|com)\.cn[^\s，,；;、（()）]*"
)
_MAIL = lazily.pattern(r"[A-Za-z0-9._-]+@[A-Za-z0-9.-]+")
_NAMES: Mapping[str, str] = {"address": "地址", "postcode": "邮编", "phone": "电话", "website": "网址"}
_UNKNOWN = (
    r"(?:暂时|还|先|目前|现在|我|也|一时|实在|真的?|确实|都)*(?:没有?查到|查不到|没有?找到|找不到|不知道|不晓得|不清楚|不详|未知|忘记?了?|想不起来|记不清|记不得|不记得|没记住"
    r"|待[查补定填核]|待确认|没有|没了|暂无|暂缺|缺|无|空着|先空|(?:回头|以后|过后|等[会下]|明天|再)+(?:去|再)?(?:[查补问填]))(?:一?下|上|了|的|呢|吧|啊|[?？])*"
)
"""What people write beside a label where they have nothing to write."""
_NO_WORDS = lazily.pattern(_UNKNOWN)
_MISSING = lazily.pattern(
    rf"(?P<label>邮政编码|邮编|(?:联系|办公|咨询)?(?:电话|座机)|传真|(?:门户)?网[址站]|官网|(?:电子)?邮箱|地址)(?:号码?)?(?:是|为)?[:：，,、\s]*[（(]?{_UNKNOWN}[）)]?(?=[，,；;、。\s]|\Z|邮|电话|网|地址|传真)"
    rf"|(?:{_UNKNOWN})(?P<named>邮政编码|邮编|电话号码|电话|座机|网址|传真|地址)(?:是多少|多少)?(?=[，,；;、。\s]|\Z)"
)
"""邮编没查到 · 不知道邮编: a part that is missing."""
_CALLED: Mapping[str, str] = {
    "邮编": "邮编",
    "编码": "邮编",
    "话": "电话",
    "座机": "电话",
    "网": "网址",
    "址": "地址",
}
_WHOSE = lazily.pattern(r"[\u4e00-\u9fff]{2,10}(?=\Z|[（(])")
"""What is left before a number when the number is taken away: whose it is."""
_BRACKET = lazily.pattern(r"[（(][^（()）]*[）)]")
_ORGANS = lazily.pattern(
    r"(?:(?:[省市县区州旗乡镇]|自治区)?(?:党?委|党工委|(?:人民)?政府|人大|政协|办事处)[、和 ]?)+"
)
_PLACE = lazily.pattern(r"[省市县区旗州乡镇村路街道巷号楼栋院座层室]|大厦|广场|中心")
"""What stands in every address."""


class _Found(msgspec.Struct):
    """What is told apart so far."""

    address: str = ""
    postcode: str = ""
    phones: list[str] = msgspec.field(default_factory=list)
    beside: list[str] = msgspec.field(default_factory=list)
    """传真 and 电子邮箱: printed with their labels behind the telephone."""
    website: str = ""

    @property
    def values(self) -> dict[str, str]:
        """By the names of the slots."""
        phone = "，".join(["、".join(self.phones), *self.beside]) if self.phones else ""
        return {"address": self.address, "postcode": self.postcode, "phone": phone, "website": self.website}


def contact(typed: str, example: str) -> Mapping[str, str] | NotAName:
    """Address, postcode, telephone and website: part → text, empty where not given.

    Args:
        typed: The line as it was typed.
        example: One that is right, for the sentence that says so.
    """
    text = _MISSING.sub("，", typed)
    text = _GLUED.sub("，", _AREA.sub("-", _DASH.sub("-", _TURN.sub("转", text.translate(_HALF)))))
    if mobile := _MOBILE.search(text):
        why = f"“{mobile[0]}”是手机号，这里只写办公室的联系方式，请换成座机，例如：{example}。"
        return NotAName(why, _kept(text.replace(mobile[0], " "), example))
    found, gap = _Found(), ""
    for who, label, part, mark in _labelled(text):
        if label in {"联系人", "负责人", "经办人"}:
            why = f"“{label} {part}”是个人，这里只写办公室的联系方式，例如：{example}。"
            return NotAName(why, _kept(re.sub(rf"{label}[:：\s]*{re.escape(part)}", " ", text), example))
        if _NO_WORDS.fullmatch(part):
            continue
        rest = _taken(found, who, label, part)
        if rest:
            found.address += (gap if found.address else "") + rest
            gap = " " if mark.isspace() else ""
    if found.address and (
        _ORGANS.fullmatch(found.address) or not _PLACE.search(found.address) or TELLING.search(found.address)
    ):
        why = f"“{_brief(found.address)}”不像地址、邮编、电话或网址，例如：{example}。"
        return NotAName(why, _written({**found.values, "address": ""}))
    if len(found.address) > _LONGEST_ADDRESS:
        why = f"地址不超过 {_LONGEST_ADDRESS} 个字，例如：{example}。"
        return NotAName(why, _written({**found.values, "address": ""}))
    return found.values


def missing(typed: str, values: Mapping[str, str]) -> tuple[str, ...]:
    """Labels of the parts a person says to be missing (邮编没查到), those left out that the line gives elsewhere."""
    said = (found["label"] or found["named"] for found in _MISSING.finditer(typed))
    labels = (next((label for mark, label in _CALLED.items() if mark in name), name) for name in said)
    given = {_NAMES[name] for name, value in values.items() if value}
    return tuple(dict.fromkeys(label for label in labels if label not in given))


def in_words(values: Mapping[str, str]) -> str:
    """The parts with their labels, as they may be typed again; the names of parts may be slots."""
    told = {slot.rpartition(".")[2]: value for slot, value in values.items() if value}
    return "，".join(f"{label} {told[name]}" for name, label in _NAMES.items() if name in told)


def _labelled(text: str) -> Iterator[tuple[str, str, str, str]]:
    """The parts of a line: whose, the label, the part, the mark behind it; a label that stands alone is that of the next."""
    who = label = ""
    for match in _PARTS.finditer(text):
        part, mark = match["part"], match["mark"]
        named = _LABEL.match(part)
        if named and (not named["who"] or _PHONE.search(part) or named.end() == len(part)):
            who, label, part = named["who"], named["label"], part[named.end() :]
        if part:
            yield who, label, part, mark
            who = label = ""


def _taken(found: _Found, who: str, label: str, part: str) -> str:
    """Put what a part tells where it belongs; what is left of it belongs to the address."""
    if website := _WEBSITE.search(part):
        found.website = found.website or website[0]
        return part.replace(website[0], "", 1)
    if mail := _MAIL.search(part):
        found.beside.append(f"电子邮箱：{mail[0]}")
        return part.replace(mail[0], "", 1)
    if phones := [match[0].strip() for match in _PHONE.finditer(part)]:
        return _phoned(found, who, label, part, phones)
    if postcode := _POSTCODE.search(part):
        found.postcode = found.postcode or postcode[0]
        return part.replace(postcode[0], "", 1)
    return part


def _phoned(found: _Found, who: str, label: str, part: str, phones: list[str]) -> str:
    """Telephone numbers with what stands in brackets behind them, and whose they are."""
    for phone in phones:
        part = part.replace(phone, "", 1)
    if (named := _WHOSE.match(part)) and label.endswith(("电话", "座机")):
        who, part = named[0], part[named.end() :]
    asides = _BRACKET.findall(part)
    rest = _BRACKET.sub("", part).strip("/-转:： ")
    if label == "传真":
        found.beside.append(f"传真：{'、'.join(phones)}{''.join(asides)}")
    else:
        found.phones.append(f"{who}{'、'.join(phones)}{''.join(asides)}")
    return rest


def _kept(text: str, example: str) -> str:
    """The words that are right without those that are not."""
    others = contact(text, example)
    return others.kept if isinstance(others, NotAName) else _written(others)


def _written(values: Mapping[str, str]) -> str:
    return "，".join(filter(None, values.values()))


def _brief(text: str) -> str:
    return text if len(text) <= 20 else f"{text[:20]}…"
