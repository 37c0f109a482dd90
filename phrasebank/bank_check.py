"""Everything that can be wrong with a phrase, found before the first sentence is written.

The shipped bank is held by tests and not checked at each start; a unit's own files are checked whenever they are read.
"""

from collections.abc import Iterable, Mapping
from difflib import get_close_matches

from phrasebank.bank_problem import BankProblem, mistake
from phrasebank.fragment import EMPTY, Fragment
from phrasebank.phrase import BankFile, Phrase, PhraseForm, ThemeForm, VariantForm
from phrasebank.render import TemplateMistakeError, compile_template, slots_of
from phrasebank.themes import load_themes
from report.document import NOTE_FIELDS
from report.yamlfile import YamlFile

COMMON_SLOTS: frozenset[str] = frozenset({"我", "时", "年", "域"})
"""Slots every phrase may use: the unit's own name, 全年 or 本年度 (or nothing), ``2025年``, 全县 or nothing."""

SHIPPED_VARIANTS = 3
"""Wordings each phrase of the shipped bank has at least; a unit's own may have one."""

PLACES: tuple[str, ...] = (*NOTE_FIELDS, "编制说明", "总起")


def check_file(
    source: YamlFile, content: BankFile, themes: Mapping[str, ThemeForm], *, shipped: bool
) -> None:
    """Hold that a file's phrases can be written.

    Args:
        source: The file.
        content: Its values.
        themes: All themes there are, this file's own among them.
        shipped: It is part of the shipped bank.

    Raises:
        BankProblem: naming file, line, column, and the right form; a misspelt name gets a guess.
    """
    for index, theme in enumerate(content.themes):
        if theme.name not in load_themes():
            right = guess(theme.name, load_themes()) or "主题表里的名称，见 nianbao phrases list"
            raise _misspelt(
                source, f"$.themes[{index}].name", f"没有“{theme.name}”这个主题", theme.name, right
            )
    for index, form in enumerate(content.phrases):
        _check_phrase(source, f"$.phrases[{index}]", form, themes, shipped=shipped)


def check_ids(source: YamlFile, content: BankFile, seen: dict[str, str], known: Mapping[str, Phrase]) -> None:
    """Hold that no id is given twice in one folder, and that what is switched off is there.

    Args:
        source: The file.
        content: Its values.
        seen: Ids of the folder so far and their files; this file's are added.
        known: Phrases below and before this file.

    Raises:
        BankProblem: naming the place.
    """
    for index, form in enumerate(content.phrases):
        if form.id in seen:
            raise mistake(
                source, f"$.phrases[{index}].id", f"短语编号“{form.id}”写了两次（另一处在 {seen[form.id]}）",
                "每条短语一个编号", value=form.id, word=form.id,
            )  # fmt: skip
        seen[form.id] = source.name
    there = known.keys() | seen.keys()
    for index, gone in enumerate(content.off):
        if gone not in there:
            what = f"要停用的短语“{gone}”不存在"
            raise _misspelt(
                source, f"$.off[{index}]", what, gone, guess(gone, sorted(there)) or "见 nianbao phrases list"
            )


def guess(word: str, known: Iterable[str]) -> str:
    """The nearest known name as a question, or empty."""
    near = get_close_matches(word, list(known), n=1, cutoff=0.5)
    return f"是不是“{near[0]}”" if near else ""


def _check_field(source: YamlFile, name: str, path: str) -> None:
    if name not in PLACES:
        right = guess(name, PLACES) or "、".join(PLACES) + " 之一"
        raise _misspelt(source, path, f"没有“{name}”这个小节", name, right)


def _misspelt(source: YamlFile, path: str, what: str, word: str, right: str) -> BankProblem:
    return mistake(source, path, what, right, value=word, word=word)


def _check_phrase(
    source: YamlFile, at: str, form: PhraseForm, themes: Mapping[str, ThemeForm], *, shipped: bool
) -> None:
    _check_field(source, form.field, f"{at}.field")
    for index, theme in enumerate(form.themes):
        if theme not in themes:
            right = guess(theme, themes) or "主题表里的名称，见 nianbao phrases list"
            raise _misspelt(source, f"{at}.themes[{index}]", f"没有“{theme}”这个主题", theme, right)
    _check_slot_names(source, at, form)
    least = SHIPPED_VARIANTS if shipped else 1
    if len(form.variants) < least:
        count = f"只有{len(form.variants)}种" if form.variants else "没有"
        raise mistake(
            source, f"{at}.variants", f"短语“{form.id}”{count}说法", f"至少{'三' if shipped else '一'}种说法"
        )
    for index, given in enumerate(form.variants):
        where = f"{at}.variants[{index}]" + ("" if isinstance(given, str) else ".text")
        _check_wording(source, where, form, given.text if isinstance(given, VariantForm) else given)


def _check_slot_names(source: YamlFile, at: str, form: PhraseForm) -> None:
    """Names that other keys point to must be slots."""
    slots = [*form.needs, *form.flags, *form.given]
    for key, names in (("any_of", form.any_of), ("whole", (form.whole,) if form.whole else ())):
        for index, name in enumerate(names):
            if name not in slots:
                path = f"{at}.{key}" + (f"[{index}]" if key == "any_of" else "")
                right = guess(name, slots) or "先在 needs 里写明"
                raise _misspelt(source, path, f"{key} 里的“{name}”不是这条短语的填空", name, right)


def _check_wording(source: YamlFile, where: str, form: PhraseForm, text: str) -> None:
    told = form.needs.keys() | form.flags.keys()
    known = COMMON_SLOTS | told | set(form.given)
    try:
        slots = slots_of(text)
    except TemplateMistakeError as why:
        raise mistake(
            source, where, why.what, why.right, value=text, word=why.word, offset=why.offset
        ) from why
    for name in sorted(slots - known):
        raise mistake(
            source, where, f"不认识的填空“{name}”", guess(name, sorted(known)) or "先在 needs 里写明",
            value=text, word=name, offset=_slot_offset(text, name),
        )  # fmt: skip
    if not text.strip() or text[-1] in "。；，、":
        raise mistake(
            source, where, "说法末尾不写标点" if text.strip() else "这种说法是空的",
            "去掉末尾的标点，句号由程序加" if text.strip() else "写一句话，末尾不写标点",
            value=text, word=text[-1:].strip(), offset=len(text) - 1,
        )  # fmt: skip
    if silent := sorted(told - slots):
        raise mistake(
            source, where, f"这种说法没有用到“{silent[0]}”，会漏掉原话里的事",
            f"写进 {{{{ {silent[0]} }}}} 或 {{% if {silent[0]} %}}…{{% endif %}}",
        )  # fmt: skip
    _check_optional(source, where, form, text, slots)


def _check_optional(source: YamlFile, where: str, form: PhraseForm, text: str, slots: frozenset[str]) -> None:
    """Hold that a wording reads without its optional numbers."""
    full = {name: Fragment("—") for name in slots}
    render = compile_template(text)
    for name in [*(name for name, slot in form.needs.items() if slot.optional), *form.flags]:
        try:
            render(full | {name: EMPTY})
        except TypeError as why:
            raise mistake(
                source, where, f"“{name}”不一定有，这种说法没有它就读不通",
                f"{{% if {name} %}}…{{{{ {name} }}}}…{{% endif %}}",
                value=text, word=name, offset=_slot_offset(text, name),
            ) from why  # fmt: skip


def _slot_offset(text: str, name: str) -> int:
    """Where a name first stands inside braces."""
    at = text.find("{")
    return max(text.find(name, at), 0)
