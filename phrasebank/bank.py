"""The phrase bank: read from YAML, checked completely before the first sentence is written.

Every mistake is answered here, at load time, with file, line and the right form; after loading, a phrase can only
fail through a mistake of ours. A unit's own folders lie over the shipped one: a phrase with a known id replaces it,
a new id is added, ``off`` switches one off.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from functools import lru_cache
from pathlib import Path

from phrasebank.fragment import EMPTY, Fragment
from phrasebank.phrase import BankFile, Phrase, PhraseForm, ThemeForm, Tick, Variant, VariantForm
from phrasebank.render import TemplateMistakeError, compile_template, slots_of
from report.document import NOTE_FIELDS
from report.unit import UnitKind
from report.yamlfile import YamlFile, convert, read_yaml

SHIPPED = Path(__file__).parent / "phrases"

COMMON_SLOTS: frozenset[str] = frozenset({"我", "时", "年", "域"})
"""Slots every phrase may use: the unit's own name, 全年 or 本年度 (or nothing), ``2025年``, 全县 or nothing."""

MIN_VARIANTS = 3
_PLACES: tuple[str, ...] = (*NOTE_FIELDS, "编制说明", "总起")


@dataclass(frozen=True)
class Bank:
    """All phrases in force, by id, in the order of the files."""

    phrases: Mapping[str, Phrase]
    themes: Mapping[str, ThemeForm]
    by_theme: Mapping[str, tuple[Phrase, ...]] = field(repr=False)
    """Theme → phrases that clauses may pick (those without ``given`` slots)."""
    spirits: Mapping[str, str] = field(default_factory=dict)
    """Report year → the congress or plenary its guiding-thought sentence names."""

    def ticks(self, aspect: str, year: int, kind: UnitKind) -> tuple[Tick, ...]:
        """What units commonly write in an aspect, the most frequent first, limited by year and kind of unit."""
        themes = [
            theme
            for theme in self.themes.values()
            if theme.field == aspect
            and theme.tick
            and theme.since <= year <= theme.until
            and (not theme.kinds or kind in theme.kinds)
        ]
        themes.sort(key=lambda theme: -theme.often)
        return tuple(Tick(theme.name, theme.name) for theme in themes)


def load_bank(extra: Sequence[Path] = ()) -> Bank:
    """Read the shipped bank and lay the folders of ``extra`` over it, in their order.

    Raises:
        InputProblem: a file of the bank is wrong; the message names file, line and the right form.
    """
    return _load(tuple(extra))


@lru_cache(maxsize=4)
def _load(extra: tuple[Path, ...]) -> Bank:
    phrases: dict[str, Phrase] = {}
    themes: dict[str, ThemeForm] = {}
    spirits: dict[str, str] = {}
    for depth, folder in enumerate((SHIPPED, *extra)):
        seen: dict[str, str] = {}
        for path in sorted(folder.glob("*.yaml")):
            source = read_yaml(path)
            if source.data is None:
                continue
            spirits |= _read_file(source, depth, seen, phrases, themes)
    _check_themes(phrases, themes)
    by_theme: dict[str, tuple[Phrase, ...]] = {}
    for phrase in phrases.values():
        if not phrase.form.given:
            for theme in phrase.form.themes:
                by_theme[theme] = (*by_theme.get(theme, ()), phrase)
    return Bank(phrases, themes, by_theme, spirits)


def _read_file(
    source: YamlFile,
    depth: int,
    seen: dict[str, str],
    phrases: dict[str, Phrase],
    themes: dict[str, ThemeForm],
) -> dict[str, str]:
    content = convert(source, BankFile)
    for index, theme in enumerate(content.themes):
        _check_field(source, theme.field, f"$.themes[{index}].field")
        themes[theme.name] = theme
    for index, form in enumerate(content.phrases):
        at = f"$.phrases[{index}]"
        if form.id in seen:
            raise source.problem(
                f"短语编号“{form.id}”写了两次（另一处在 {seen[form.id]}）", f"{at}.id", "每条短语一个编号"
            )
        seen[form.id] = source.name
        phrases[form.id] = _compile(source, at, form, shipped=depth == 0)
    for index, gone in enumerate(content.off):
        if gone not in phrases:
            raise source.problem(
                f"要停用的短语“{gone}”不存在", f"$.off[{index}]", _guess(gone, list(phrases))
            )
        del phrases[gone]
    return content.spirits


def _check_field(source: YamlFile, name: str, path: str) -> None:
    if name not in _PLACES:
        raise source.problem(f"没有“{name}”这个小节", path, _guess(name, list(_PLACES)) or "、".join(_PLACES))


def _compile(source: YamlFile, at: str, form: PhraseForm, *, shipped: bool) -> Phrase:
    _check_field(source, form.field, f"{at}.field")
    if shipped and len(form.variants) < MIN_VARIANTS:
        raise source.problem(
            f"短语“{form.id}”只有{len(form.variants)}种说法", f"{at}.variants", "至少三种说法"
        )
    if not form.variants:
        raise source.problem(f"短语“{form.id}”没有说法", f"{at}.variants", "至少一种说法")
    told = form.needs.keys() | form.flags.keys()
    known = COMMON_SLOTS | told | set(form.given)
    variants = []
    for index, given in enumerate(form.variants):
        variant = given if isinstance(given, VariantForm) else VariantForm(given)
        where = f"{at}.variants[{index}]" + ("" if isinstance(given, str) else ".text")
        compiled = _compile_variant(source, where, variant, known)
        if silent := sorted(told - compiled.slots):
            raise source.problem(
                f"这种说法没有用到“{silent[0]}”，会漏掉原话里的事",
                where,
                f"写进 {{{{ {silent[0]} }}}} 或 {{% if {silent[0]} %}}…{{% endif %}}",
            )
        if not shipped:
            _check_optional(source, where, form, compiled)
        variants.append(compiled)
    return Phrase(form, tuple(variants), source.place(at))


def _check_optional(source: YamlFile, where: str, form: PhraseForm, variant: Variant) -> None:
    """Hold that a wording reads without its optional numbers; the shipped bank's are held by a test."""
    full = {name: Fragment("—") for name in variant.slots}
    optional = [name for name, slot in form.needs.items() if slot.optional] + list(form.flags)
    for name in optional:
        try:
            variant.render(full | {name: EMPTY})
        except TypeError as why:
            right = f"{{% if {name} %}}…{{{{ {name} }}}}…{{% endif %}}"
            raise source.problem(f"“{name}”不一定有，这种说法没有它就读不通", where, right) from why


def _compile_variant(source: YamlFile, where: str, variant: VariantForm, known: frozenset[str]) -> Variant:
    try:
        slots = slots_of(variant.text)
    except TemplateMistakeError as why:
        raise source.problem(why.what, where, why.right) from why
    for name in sorted(slots - known):
        raise source.problem(
            f"不认识的填空“{name}”", where, _guess(name, sorted(known)) or "先在 needs 里写明"
        )
    if not variant.text.strip() or variant.text[-1] in "。；，、":
        raise source.problem("说法末尾不写标点", where, "去掉末尾的标点，句号由程序加")
    return Variant(variant.text, variant.length, slots, compile_template(variant.text))


def _check_themes(phrases: Mapping[str, Phrase], themes: Mapping[str, ThemeForm]) -> None:
    for phrase in phrases.values():
        for theme in phrase.form.themes:
            if theme not in themes:
                raise YamlFile(
                    phrase.place.file, None, {"$": (phrase.place.line, phrase.place.column)}
                ).problem(
                    f"短语“{phrase.id}”的主题“{theme}”不存在",
                    "$",
                    _guess(theme, list(themes)) or "主题表里的名称",
                )


def _guess(word: str, known: list[str]) -> str:
    near = get_close_matches(word, known, n=1, cutoff=0.5)
    return f"是不是“{near[0]}”" if near else ""
