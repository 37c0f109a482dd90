"""Short sentences of one aspect share a sentence where none of them can be read as a part of its neighbour.

One decision: a comma makes a reader look back. It stands only between pieces of one build that each name their own thing:
what the unit did (each opens with its verb and brings its own number), what was published (each a thing and its number),
how information is looked at before it goes out. What leans on something (名单, 结果, 问题, 均, 其) stays as it is.
"""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Protocol, TypeVar

import msgspec
from msgspec.structs import replace

from phrasebank.fragment import DIGITS, Fragment, words
from phrasebank.pen import Part
from report.lazily import pattern

_SHORT = 11
"""A wording of at most so many characters looks for company."""
_COMPANY = 20
"""Its company is no longer than this."""
_LONGEST = 44
_MOST = 3
_TOTALS = 20
"""Below this place 主动公开 tells its totals, which stand by themselves."""
_ACTS = (
    "公布|公开|发布|推送|编发|刊发|公示|清理|撤下|下架|修复|更正|删除|归并|关停|注销|撤销|更新|修订|优化|升级|"
    "开展|组织|举办|召开|检查|抽查|督导|设置|增设|开设|设有|设立|配备|开通|安装|新增|共有|回应|处置|回复|培训"
)
_COUNT = (
    r"(?:约|近|超过)?[0-9][0-9.,]*[万亿]?余?"
    r"(?:人次|家次|批次|期次|万条|万次|条|件|次|个|期|篇|份|场|批|处|块|台|家|项|名|户|轮|则|部|起|所|封|宗)"
)
_DID = pattern(rf"(?P<verb>{_ACTS})(?P<thing>[^，；：。0-9]{{2,}}?)(?P<count>{_COUNT})")
_TURNED = pattern(
    rf"(?P<thing>[^，；：。0-9]{{2,10}}?)(?P<verb>下架|归并|注销|优化|升级|修订|培训|回应|处置|发布|编发)(?P<count>{_COUNT})"
)
"""It is written verb first in company (失效信息下架29条 → 下架失效信息29条)."""
_PUBLISHED = pattern(
    rf"(?P<thing>[^，；：。0-9]{{2,12}}?(?:公示|公告|公布|公开|发布|解读|推送|通报)){_COUNT}(?:，[^，；：。0-9]{{2,12}}?(?:公示|公告|公布|公开|发布|解读|推送|通报){_COUNT})?"
)
"""What was published and how much of it: 规划方案公示8个."""
_RULE = pattern(
    r"(?P<thing>(?:信息|保密审查|公文|文件|公开属性|涉密|内部|统计|解读材料|答复|申请|个人信息|隐私|审核|发布|拟发布|上网|发文|起草)[^，；：。0-9]*?)"
    r"(?:审查|审核|一审|后发|先审|先审查|后公开|属性|不上网|不公开|归档|存档|脱敏|登记|认定|确定|标注|签字|双人|明确|模板|把关)[^，；：。0-9]{0,4}"
)
_MADE = pattern(
    r"(?P<verb>编制|修订|制定|完善|落实|健全|优化|开通|更新|清理|推进|规范)(?P<thing>[^，；：。0-9]{2,12})"
)
"""What was made, without a number; it may only stand first."""
_LEANS = pattern(
    r"^(?:信箱|电话|栏|专栏|平台|目录|指南|属性|事项|上述|该|其|此|相关|有关|名单|结果|问题|意见|人员|情况|材料|资料|照片|内容|数据|信息$|折页|问卷|对|向|由|将|在|于|从)"
    r"|其中|均|共(?!同|享)|并|所[^有]|另|还|同时|分别|其余|每|已|未|不|月度|定期|月|日(?!常)|的$|工作$|监督$|业务$|现场$|线上$|召开$|[与和、]$"
)
"""It looks back at something, is done to something named before, or tells when and how."""


class _Piece(msgspec.Struct, frozen=True):
    """How a short sentence is built."""

    build: str
    verb: str
    wording: Fragment


class HasPlace(Protocol):
    """It has a place in the plan of its aspect."""

    @property
    def order(self) -> int:
        """The place; its tens are the step of the plan."""
        ...


Place = TypeVar("Place", bound=HasPlace)


def gathered(parts: Sequence[tuple[Place, Part]], aspect: str) -> list[tuple[Place, Part]]:
    """The parts of an aspect, the short ones that may stand together in one sentence.

    Args:
        parts: In the order of the page.
        aspect: 主动公开 opens with totals, which stay sentences of their own; in 依申请公开 one sentence tells of the
            request before it.
    """
    if aspect == "依申请公开":
        return list(parts)
    left = list(parts)
    result: list[tuple[Place, Part]] = []
    while left:
        place, part = left.pop(0)
        company = [part]
        if aspect != "主动公开" or place.order >= _TOTALS:
            for other in _company(part, left):
                if _fits(company, other[1]):
                    company.append(other[1])
                    left.remove(other)
        result.append((place, _together(company) if len(company) > 1 else part))
    return result


def _company(part: Part, others: Sequence[tuple[Place, Part]]) -> list[tuple[Place, Part]]:
    mine = _read(part)
    same = ((other, _read(other[1])) for other in others) if mine else ()
    fits = {"made": "done"}.get(mine.build, mine.build) if mine else ""
    return [other for other, read in same if read and read.build == fits]


def _fits(company: Sequence[Part], other: Part) -> bool:
    texts = [each.wording.text for each in (*company, other)]
    helps = any(len(text) <= _SHORT for text in texts)
    return helps and len(texts) <= _MOST and sum(map(len, texts)) <= _LONGEST


def _read(part: Part) -> _Piece | None:
    text = part.wording.text
    if part.kind != "fact" or len(text) > _COMPANY:
        return None
    if _RULE.fullmatch(text) and not DIGITS.search(text):
        return _Piece("rule", "", part.wording)
    match = _DID.fullmatch(text) or _TURNED.fullmatch(text)
    if match and len(DIGITS.findall(text)) == 1 and not _LEANS.search(match["thing"]):
        return _Piece("done", match["verb"], _verb_first(part.wording, match))
    match = _MADE.fullmatch(text)
    if match and not _LEANS.search(match["thing"]):
        return _Piece("made", match["verb"], part.wording)
    match = _PUBLISHED.fullmatch(text)
    return _Piece("published", "", part.wording) if match and not _LEANS.search(match["thing"]) else None


def _verb_first(wording: Fragment, match: re.Match[str]) -> Fragment:
    if match.start("verb") == 0:
        return wording
    return words(match["verb"]) + words(match["thing"]) + wording.after(match.start("count"))


def _together(company: Sequence[Part]) -> Part:
    """公布名录3批、补贴名单5批 where the verb is the same, else one after the other."""
    pieces = [piece for part in company if (piece := _read(part)) is not None]
    wording = pieces[0].wording
    for last, piece in pairwise(pieces):
        again = piece.verb == last.verb != ""
        wording += words("、" if again else "，") + piece.wording.after(len(piece.verb) if again else 0)
    return _as_one(company, wording)


def _as_one(company: Sequence[Part], wording: Fragment) -> Part:
    return replace(
        company[0],
        wording=wording,
        phrase="gathered",
        sources=tuple(dict.fromkeys(source for part in company for source in part.sources)),
        themes=tuple(dict.fromkeys(theme for part in company for theme in part.themes)),
        wordings=tuple(dict.fromkeys(name for part in company for name in part.wordings)),
    )
