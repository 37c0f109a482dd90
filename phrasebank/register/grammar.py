"""A clause that no rule fits, put into plain official grammar: particles out, verb before object, 都 → 均.

One decision: nothing is added but the verb 's own aspect (已), and only where the words said that it is done.
"""

import re

from phrasebank.register.lexicon import load_lexicon
from phrasebank.register.rewrite import polish, tidy

_OPENERS = re.compile(
    r"^(?:(?:今年|全年|本年|本年度|这一年|一年来|一年下来|年内|另外|此外|还有就是|还有|然后|其实|目前|现在|主要就是|就是|我们|咱们|咱|"
    r"我(?:局|办|委|镇|乡|街道|县|区|市|部|厅|中心|院|站)|我单位|本单位|本局|本镇|单位里?|同时|并且|而且|也|又|还|就|都)，?)+"
)
_SOFT = re.compile(r"(?:呗|啦|哈|哦|嘛|呢|噢|喽|咯|哟|的了)+$")
_AFTER_VERB = re.compile(r"(?:一下|了下|了一下|了一遍|了一轮|一遍)")


def plain_sentence(text: str) -> str | None:
    """The clause in plain grammar, or None where that leaves it without sense."""
    text = _SOFT.sub("", _OPENERS.sub("", text))
    if not text:
        return None
    text = polish(text)
    text = _particles(text)
    text = _object_first(text)
    return tidy(text)


_LE_KEEP = re.compile(r"(?:为了|了解|除了|明了|了结|末了)")
_ALL = re.compile(r"都(?!市|江|匀|昌|安|兰)")
_TOO = re.compile(r"(?<![0-9a-z])(?:也|又)(?!许)")


def _particles(text: str) -> str:
    text = _AFTER_VERB.sub("", text)
    text = _ALL.sub("均", text)
    text = _TOO.sub("", text)
    kept = [found.span() for found in _LE_KEEP.finditer(text)]
    ends_done = text.endswith("了")
    out = []
    for index, character in enumerate(text):
        if (
            character in "了过"
            and index
            and not any(a <= index < b for a, b in kept)
            and (character == "了" or text[index - 1 : index] not in ("通", "经", "超", "不", "审"))
            and text[index + 1 : index + 2] not in ("程", "期", "渡", "度", "去", "时")
        ):
            continue
        out.append(character)
    text = "".join(out)
    return text + "了" if ends_done and not text.endswith("了") else text


_FRONTED = (
    "完善|修订|更新|调整|优化|清理|制定|建立|健全|规范|梳理|编制|印发|修改|归并|关停|注销|升级|配备|明确|增设|开设|设置|设立|"
    "落实|废止|公开|开展|组织|更换|撤销|整合|签订|补充|补齐|细化|统一|简化|公布|下架|修复|整改|维护|汇编|编印|印制|改造|完成|"
    "扩充|加强|强化|精简|压缩|重编|启用|制作|安装|开通|加装|新增|增加|成立|充实|改进|核对|排查|压实"
)
_OBJECT_VERB = re.compile(
    rf"^(?P<thing>[^，；]{{2,24}}?)(?P<all>均|全部|已经|已)?(?P<again>重新|及时|逐条|逐项)?(?P<verb>{_FRONTED})了$"
)
_STAYS = "公开|公布|整改|落实|答复|办结|下架|公示"


def _object_first(text: str) -> str:
    """``指南完善了`` → ``完善指南``; ``预算公开了`` → ``预算已公开``."""
    if match := _OBJECT_VERB.match(text):
        thing, verb = match["thing"], match["verb"]
        if match["all"] in ("均", "全部") or verb in _STAYS.split("|"):
            whole = "均" if match["all"] in ("均", "全部") else ""
            return f"{thing}{whole}已{match['again'] or ''}{verb}"
        if not load_lexicon().verbs.match(thing):
            return f"{match['again'] or ''}{verb}{thing}"
    return _perfect(text)


def _perfect(text: str) -> str:
    """A verb at the end with 了 is written with 已 (``系统对接了`` → ``系统已对接``); any other 了 is dropped."""
    if text.endswith("了"):
        verb = next((tail for tail in _tails(text[:-1]) if load_lexicon().verbs.fullmatch(tail)), "")
        head = text[: -len(verb) - 1]
        if verb and head and "已" not in head and not load_lexicon().verbs.match(head):
            return f"{head}已{verb}"
    return text.removesuffix("了")


def _tails(text: str) -> list[str]:
    return [text[-size:] for size in (4, 3, 2) if len(text) > size + 1]
