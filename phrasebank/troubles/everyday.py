"""A clause of section 五 in everyday speech, put into an office's words sense by sense.

One decision: the clause keeps its order and everything it says; `lexicon/everyday.yaml` replaces what is spoken, and a
clause in which anything spoken is left, or in which a number, a denial or a hedge got lost, is not worded here.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, cached_property, lru_cache

import msgspec

from phrasebank.grammar.chunks import chunks_of
from phrasebank.protect import LEXICON
from phrasebank.register.edits import everyday_words
from phrasebank.register.kept_roles import changed_role
from phrasebank.register.kept_sense import changed
from phrasebank.register.minimal import spoken_words, without_speech
from phrasebank.register.safety import has_bare_verb, is_official, keeps_atoms, stutters
from phrasebank.register.wording import cut
from phrasebank.replacing import Replacements
from phrasebank.troubles.plain import joints
from report import lazily
from report.yamlfile import convert, read_yaml

_LEAST = 3
_MOST = 44
_PARTS = lazily.pattern("([，；。、：]|《[^》]*》|“[^”]*”|（[^）]*）)")
_ONCE = lazily.pattern(r"(?:(?<=[\u4e00-\u9fff])|^)1[次回遍趟轮项份本套册张个名页段堂](?![0-9])")
"""检查一次, 编一份清单 hold no number."""
_DEGREE = "(?:(?:太|很|比较|有点儿?|过于|还|也|都|又|挺|较|十分|非常|相当)*)"


class EverydayFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`everyday.yaml`: pairs of a pattern and what stands for it, and the words of 写得乱 and of single verbs."""

    families: dict[str, str]
    first: tuple[tuple[str, str], ...]
    """Tried before the small words of `joints.yaml`."""
    both: tuple[tuple[str, str], ...]
    how: dict[str, str]
    """What is said of how something is done, and its official word."""
    done: dict[str, str]
    """The verbs before 得."""
    verbs: dict[str, tuple[str, str]]
    """A verb of one character: what an office does, and what people do."""
    problems: tuple[tuple[str, str], ...]
    measures: tuple[tuple[str, str], ...]


class Everyday(msgspec.Struct, frozen=True, dict=True):
    """The file, ready for use."""

    data: EverydayFile
    first: Replacements
    senses: Mapping[str, Replacements]
    """``problems`` or ``measures`` → all pairs in the order they are tried."""

    @cached_property
    def how(self) -> re.Pattern[str]:
        """写得乱: a verb, 得 and what is said of it, at the end of a clause or before 的."""
        verbs, states = (
            "|".join(sorted(words, key=lambda word: -len(word))) for words in (self.data.done, self.data.how)
        )
        return re.compile(f"(?P<verb>{verbs})得{_DEGREE}(?P<how>{states})(?=$|的)")

    @cached_property
    def folk(self) -> re.Pattern[str]:
        """The people, not the office, do it."""
        return re.compile(f"{self.data.families['folk']}|手机端|网民")


@cache
def load_everyday() -> Everyday:
    """Read the file once per process.

    Raises:
        InputProblem: the file is not valid; file, line and right form are named.
    """
    data = convert(read_yaml(LEXICON / "everyday.yaml"), EverydayFile)
    senses = {
        "problems": Replacements(expanded(data, (*data.both, *data.problems))),
        "measures": Replacements(expanded(data, (*data.measures, *data.both))),
    }
    return Everyday(data, Replacements(expanded(data, data.first)), senses)


def expanded(data: EverydayFile, pairs: Sequence[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """The pairs with their families of words written out."""
    for source, say in pairs:
        written = _FAMILY.sub(
            lambda found: f"(?:{data.families[found[1]]})" if found[1] in data.families else found[0], source
        )
        yield written, say


_FAMILY = lazily.pattern(r"(?<!\?P)(?<!\\g)<([a-z]+)>")


@lru_cache(maxsize=1024)
def in_office_words(jotted: str, of: str, *, as_jotted: bool = False) -> str | None:
    """The words in an office's words, or None.

    Args:
        jotted: One clause, or several where all but the last only lead to what follows (没更新的，会上通报).
        of: ``problems`` or ``measures``.
        as_jotted: Words of the trade in which nothing had to be changed are fine, too.
    """
    *leading, last = jotted.split("，")
    if not all(map(_LEADS[of].search, leading)):
        return None
    parts = [_said(part, of) for part in (*leading, last)]
    if not all(map(_is_clean, (*(part.removesuffix("的") for part in parts[:-1]), parts[-1]))):
        return None
    said = "，".join(parts)
    if said == without_speech(jotted) and not (as_jotted and _OF_THE_TRADE.search(said)):
        return None
    before, after = _ONCE.sub("", jotted), _ONCE.sub("", said)
    twice = _TWICE.search(said)
    kept = (
        keeps_atoms(before, after)
        and not stutters(jotted, said)
        and not changed(before, after.replace("的，", "的"))
        and not changed_role(jotted, said)
    )
    return said if kept and not (twice and twice[0] not in jotted) else None


_A_YEAR = lazily.pattern("全年[0-9]")
_LEADS = {
    "problems": lazily.pattern("(?:[时后前起]|以来|开始)$"),
    "measures": lazily.pattern(
        "(?:[时后前起]|以来|开始|的话|[次天日周月]的|[没未不超晚旧新失][^，是]{0,8}的)$|^凡"
    ),
}
"""What is no problem and no measure by itself but when, or for whom, it is."""
_OF_THE_TRADE = lazily.pattern(
    "更新|公布|公开|发布|公示|审核|检查|报送|通报|培训|整改|核对|答复|解读|配“|^占[0-9.]+分$"
)
"""What says by itself that words nobody had to change are about this work."""
_TWICE = lazily.pattern("([\u4e00-\u9fff])\\1")


def _said(jotted: str, of: str) -> str:
    everyday = load_everyday()
    text = everyday.first.made_in(jotted if _A_YEAR.match(jotted) else without_speech(jotted))
    text = joints(of).made_in(text)
    text = everyday.senses[of].made_in(text)
    text = everyday.how.sub(_how, text)
    text = _completed(_nouns(_small_words(text)), everyday)
    return text.strip("，、")


def _how(found: re.Match[str]) -> str:
    data = load_everyday().data
    return f"{data.done[found['verb']]}{data.how[found['how']]}"


_SMALL = (
    (lazily.pattern(r"(?<=更新|发布|答复|办理)快了(?:不少|很多)?$"), "加快"),
    (lazily.pattern(r"(?<=[\u4e00-\u9fff])(?:全都|都|全部都)(?=[\u4e00-\u9fff])(?!市)"), "均"),
    (lazily.pattern(r"把(?!关|握)"), "将"),
    (lazily.pattern(r"跟(?!踪|班|进|上)"), "与"),
    (lazily.pattern(r"(?<=[\u4e00-\u9fff])还是(?=[\u4e00-\u9fff])"), "仍"),
    (lazily.pattern(r"(?<=[\u4e00-\u9fff])(?:也|又|就)(?=[\u4e00-\u9fff])(?![业近读医诊餐])"), ""),
    (lazily.pattern(r"(?<=[0-9])个(?=[^，]{0,12}(?:人员|信息员|干部)$)"), "名"),
    (lazily.pattern(r"较为?(?=形式单一|内容)"), ""),
    (lazily.pattern(r"了(?=$|[，0-9一])"), ""),
)


def _small_words(text: str) -> str:
    for pattern, official in _SMALL:
        text = pattern.sub(official, text)
    return text


def _nouns(text: str) -> str:
    """Everyday nouns and their official equals; old things stay old (旧文件 of a page are no 历年文件 in a cabinet)."""
    words = cut(text)
    return "".join(
        word if word[0] in "旧老" else said for word, said in zip(words, everyday_words(words), strict=True)
    )


def _completed(text: str, everyday: Everyday) -> str:
    """Every verb of one character that stands by itself, written whole by who does it."""
    out: list[str] = []
    people = False
    for part in _KEPT.split(text):
        if not part or _KEPT.fullmatch(part):
            out.append(part)
            continue
        at = 0
        for chunk in chunks_of(part) or ():
            people = people or bool(everyday.folk.search(chunk.text))
            ways = everyday.data.verbs.get(chunk.text)
            at += len(chunk.text)
            verb = chunk.senses[0].kind == "verb" and not _IN_A_PHRASE.search("".join(out)[-2:])
            whole = ways[people] if ways and verb else chunk.text
            out.append(chunk.text if part.startswith(whole[1:], at) else whole)
        if not chunks_of(part):
            out.append(part)
    return "".join(out)


_IN_A_PHRASE = lazily.pattern("难以$|无法$|报喜不$|不$(?<!再不)")
"""难以看到 is whole, and so is a verb that is denied."""
_LEFT_OPEN = lazily.pattern(
    r"[<>]|较较|(?:(?<![看听索搜查达做收])到|(?<![取获不])得|[着过给把让]|(?<![现所存])在|(?<![理自缘])由|[上下里]去|[上下过]来)$"
    r"|得(?=(?:[太很较]|比较)|[\u4e00-\u9fff]{1,2}$)(?<![取获应必难值不记]得)(?!分)|东西|我们|他们|自己|人家|啥|咋|哪|怎么|什么|多少|[这那]|勤快|点进去|标题党|回音|根本|试试|绕$|堆着|时候|急用|半夜|没动静|几十|出来$|了(?=也|还|都|才|就)|[三四五六七八九]十$|一忙|[配为]备?个[一-鿿]"
    r"|弄|搞|似的|费劲|头疼|糊(?<!含糊)|嫌|[一-鿿]不[大太]"
)
"""What is still spoken, or lost what it leads to."""
_END = frozenset("看发改建开管讲上弄抓审过查换收定编做说写报贴挂放找问送用")
_WHOLE = lazily.pattern(
    "难以(?:看到|看清|收听到|区分|查找|查询到|说明|理解|理清|兼顾)|查看|转发|流转|搬迁|迁至|农忙|报喜不报忧|通报|约定|商定|修改|更改|整改|印发|签发|召开|开设"
    "|代查|照搬|重拍|去向|更新|使用|首批|批复|挤占|公开|公布|退订|变动|手写|缩写|书写|编写|手工|外来|切换|交换|转换|学习|接管|监管|保管|启用|停用|送达|询问|更换|审查|核查|抽查|收取|确定|制定|汇编|张贴|播放|发放|访问|撰写|填写|摆放|拨打|来电|收录|退回|挑选"
)
"""Official words with an everyday verb inside."""


_KEPT = lazily.pattern(f"({_PARTS.pattern[1:-1]}|{_WHOLE.pattern})")
"""What completing verbs leaves alone: marks, names, words that are whole."""


def _is_clean(said: str) -> bool:
    if not _LEAST <= len(said) <= _MOST:
        return False
    bare = _WHOLE.sub("公示", said)
    chunks = chunks_of(_PARTS.split(bare)[-1])
    if _LEFT_OPEN.search(said) or (chunks and chunks[-1].text in _END):
        return False
    return is_official(said) and not has_bare_verb(bare) and not spoken_words(bare)
