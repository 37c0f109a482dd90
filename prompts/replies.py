"""What people type, turned into answers: a value, a command, or one sentence saying what would be right here.

One decision: results, never exceptions, and never a repair in silence. Whenever something was read in another form
than typed, ``Accepted.said`` tells how.
"""

from collections.abc import Callable, Mapping
from decimal import Decimal

import msgspec

from prompts import contact, names, negatives
from prompts.commands import Command, fold, read_command
from prompts.numbers import NotANumber, NumberRule, read_number, says_none
from prompts.question import Option, Question, Value
from prompts.state import State
from prompts.typed_table import UnclearItem, read_table, rest
from report.cell_forms import CellForm
from report.lazily import pattern


class Accepted(msgspec.Struct, frozen=True):
    """An answer."""

    values: Mapping[str, Value]
    """Slot → value."""
    said: str = ""
    """How it was read, when that differs from what was typed."""


class Refused(msgspec.Struct, frozen=True):
    """Not an answer to this question; one sentence says what would be."""

    sentence: str
    kept: str = ""
    """Words of it that were right."""


Reply = Accepted | Command | Refused

_YES = ("有", "是", "是的", "对", "对的", "有的", "嗯", "好", "y", "yes", "1")
_NO = ("没有", "没", "无", "不是", "不", "不对", "否", "零", "0", "〇", "没有的", "n", "no", "2")
_NOTHING = ("没有", "没", "无", "零", "0", "〇")
_LAST_YEAR = pattern(r"(?:就是|写|是)?(?:去年|上年|上一年)度?(?:的|那年)?")
_YEAR = pattern(
    r"(?:不对|不是|错了|[写填打弄搞]错了|哦|噢)?[，,。 ]*(?:应该|应|其实|改)?(?:是|为|成|写|填)?(?=.*年|\d\d\Z)(?P<year>\d\d)年?度?(?:的|吧|才对)*"
    r"|(?!20)(?:不对|不是|错了|[写填打弄搞]错了|哦|噢)?[，,。 ]*(?:应该|应|其实|改)?(?:是|为|成|写|填)?20(?P<long>\d\d)年?度?(?:的|吧|才对)*"
)
"""不对，是25年: the year as people say it."""
_CHANGES = "变化"
"""Where a question asks for it, as last year is nothing to write."""
_OF_SOME = pattern("[别其更收发]")
"""没有别的 says nothing of what stands in a table; what was not received is read with its table."""
_UNSURE = pattern("好像|可能|应该|大概|也许|似乎|估计|记得")


def parse(question: Question, typed: str, state: State, this_year: int | None = None) -> Reply:
    """Read one reply to ``question``.

    Args:
        question: What was asked.
        typed: What the person typed, untouched.
        state: What is known, for derived answers and for the cells of a table.
        this_year: The latest year a report can be about; None leaves it to the question.
    """
    if question.number == "year" and this_year is not None:
        if _LAST_YEAR.fullmatch(fold(typed)):
            return Accepted({question.slots[0]: Decimal(this_year - 1)}, said=f"{this_year - 1}年")
        question = msgspec.structs.replace(question, most=min(question.most, this_year))
    if question.number == "year" and (short := _YEAR.fullmatch(fold(typed))):
        said = f"20{short['year'] or short['long']}年"
        reply = _READERS[question.kind](question, said, state)
        return msgspec.structs.replace(reply, said=said) if isinstance(reply, Accepted) else reply
    command = read_command(typed)
    if command == Command("skip") and question.required:
        return Refused(f"后面都要用到这一项，请先填上，例如：{question.example}。")
    if command:
        return command
    plain_text = fold(typed)
    if not plain_text:
        return _enter(question, state)
    return _READERS[question.kind](question, typed, state)


def read_cell(cell: CellForm, typed: str) -> Reply:
    """Read what was typed into one cell of a table; the chosen unit, if it has one, goes to ``<cell>.unit``."""
    if not cell.asked:
        return Refused("总计由程序加，不用填。")
    if cell.units:
        example = "251000元 或 25.1万元" if len(cell.units) > 1 else "12.5"
    else:
        example = "-2" if cell.kind == "signed" else "3"
    units = cell.units or ("项" if cell.kind == "signed" else "件",)
    number = read_number(typed, NumberRule(cell.kind, units, example=example))
    if isinstance(number, NotANumber):
        return Refused(number.sentence)
    values: dict[str, Value] = {cell.id: number.value}
    if len(cell.units) > 1:
        values[f"{cell.id}.unit"] = number.unit
    return Accepted(values, number.said)


def ticked(question: Question, themes: tuple[str, ...], words: str = "") -> Accepted:
    """The answer to a tick list: themes that were ticked, and lines written beside them."""
    values: dict[str, Value] = {question.slots[0]: themes}
    if not says_nothing(words) and (lines := _lines(words)):
        values[question.slots[1]] = lines
    return Accepted(values)


def skipped(question: Question) -> Mapping[str, Value]:
    """What is recorded when a question is left open: looked at, no answer."""
    return {question.slots[0]: None}


def _enter(question: Question, state: State) -> Reply:
    default = state.default(question)
    if default and question.kind == "yesno":
        return Accepted({question.slots[0]: default == question.options[0].label}, said=default)
    if default:
        said = next((option.label for option in question.options if option.value == default), default)
        return Accepted({question.slots[0]: default}, said=said)
    if question.optional:
        return Command("skip")
    later = "" if question.required else "；现在答不了，可以写“跳过”"
    return Refused(f"请填一个答案，例如：{question.example}{later}。")


def _text(question: Question, typed: str, state: State) -> Reply:
    example = state.default(question) or question.example
    text: str | names.NotAName = names.NotAName(f"这里要写文字，例如：{example}。")
    if fold(typed) not in _NOTHING:
        read = names.short_name if question.default == "short" else names.unit_name
        text = read(typed, example)
    if isinstance(text, names.NotAName):
        return Refused(text.sentence)
    return Accepted({question.slots[0]: text}, said="" if text == typed else text)


def _list(question: Question, typed: str, state: State) -> Reply:
    del state
    if fold(typed) in _NOTHING or negatives.says_not_wanted(fold(typed)):
        return Accepted({question.slots[0]: ()}, said="没有")
    items = names.name_list(typed, question.example)
    if isinstance(items, names.NotAName):
        return Refused(items.sentence)
    joined = "、".join(items)
    return Accepted({question.slots[0]: items}, said="" if joined == typed else joined)


def _contact(question: Question, typed: str, state: State) -> Reply:
    """Address, postcode, telephone and website in one line, in any order."""
    del state
    if fold(typed) in _NOTHING or negatives.says_not_wanted(fold(typed)):
        return Accepted(dict.fromkeys(question.slots, ""), said="没有")
    found = contact.contact(typed, question.example)
    if isinstance(found, names.NotAName):
        return Refused(found.sentence, found.kept)
    missing = contact.missing(typed, found)
    if not any(found.values()):
        return Refused(f"有哪样写哪样，都没有就直接回车，例如：{question.example}。")
    values: dict[str, Value] = {slot: found[slot.rpartition(".")[2]] for slot in question.slots}
    later = f"（{'、'.join(missing)}先空着，查到了在这一问补上）" if missing else ""
    return Accepted(values, contact.in_words(found) + later)


def _choice(question: Question, typed: str, state: State) -> Reply:
    del state
    folded = fold(typed)
    chosen = _choose(question.options, folded)
    if chosen is None:
        listed = "、".join(f"{number} {option.label}" for number, option in enumerate(question.options, 1))
        return Refused(f"请从这几个里选一个，写号码就行：{listed}，例如：{question.example}。")
    return Accepted({question.slots[0]: chosen.value}, said="" if chosen.label == typed else chosen.label)


def _choose(options: tuple[Option, ...], folded: str) -> Option | None:
    if folded.isdecimal():
        return options[int(folded) - 1] if 1 <= int(folded) <= len(options) else None
    for option in options:
        if folded in {option.value, option.label, *option.words}:
            return option
    beginning = [option for option in options if option.label.startswith(folded)]
    return beginning[0] if len(beginning) == 1 else None


def _yesno(question: Question, typed: str, state: State) -> Reply:
    del state
    folded = fold(typed).lower()
    yes, no = question.options
    labels = (yes.label, no.label)
    if folded in {*_YES, yes.label, *yes.words}:
        return Accepted({question.slots[0]: True}, said="" if typed == labels[0] else labels[0])
    if folded in {*_NO, no.label, *no.words} or says_none(folded) or negatives.says_no(folded):
        return Accepted({question.slots[0]: False}, said="" if typed == labels[1] else labels[1])
    if negatives.says_unchanged(folded):
        return Refused(
            f"“{typed.strip()}”是没有，还是跟去年一样？答“{labels[0]}”或“{labels[1]}”；一样的写“同上年”。"
        )
    if _UNSURE.search(folded):
        sure = f"确定的话，答“{labels[0]}”或“{labels[1]}”"
        return Refused(f"“{typed.strip()}”还拿不准：先写“跳过”，问清了再答；{sure}。")
    return Refused(f"请答“{labels[0]}”或“{labels[1]}”，写 1 或 2 也行，例如：{question.example}。")


def _number(question: Question, typed: str, state: State) -> Reply:
    del state
    units = (question.unit,) if question.unit else ()
    rule = NumberRule(question.number, units, question.least, question.most, question.example)
    number = read_number(typed, rule)
    if isinstance(number, NotANumber):
        return Refused(number.sentence)
    return Accepted({question.slots[0]: number.value}, number.said)


def says_nothing(typed: str) -> bool:
    """Whether a reply only says that there is nothing to write (没有, 没有变化, 暂无)."""
    return says_none(fold(typed)) or negatives.says_nothing_to_write(fold(typed))


def _lines(typed: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in typed.splitlines() if line.strip())


def _note(question: Question, typed: str, state: State) -> Reply:
    """Free text; a bare 没有 is nothing to write, save where the report has to say something of its own."""
    del state
    if question.slots[0].startswith("last_year.") and negatives.says_not_wanted(fold(typed)):
        return Accepted({question.slots[-1]: ()}, said="没有要写的")
    if negatives.says_that_is_all(fold(typed)) and question.field == "其他事项":
        return Accepted({question.slots[-1]: ("无",)}, said="无")
    if negatives.says_as_before(fold(typed)) and _CHANGES not in question.ask:
        return Refused("跟去年一样就写“同上年”；没有要写的写“没有”；不一样的，写这一年做了什么。")
    if says_nothing(typed) and question.field != "其他事项":
        if question.section == "五" and not question.optional:
            return Refused(f"这一部分要有实际内容，不能只写“没有”，例如：{question.example}。")
        return Accepted({question.slots[-1]: ()}, said="没有要写的")
    return Accepted({question.slots[-1]: _lines(typed)})


def _table(question: Question, typed: str, state: State) -> Reply:
    """A table is filled in the grid, or typed row by row; 没有 closes it, 其余0 fills what is left."""
    if says_none(fold(typed)) or (negatives.says_no(fold(typed)) and not _OF_SOME.search(typed)):
        return Accepted({f"gate.{question.table}": False}, said="整张表都是 0")
    if state.edition is None or not state.edition.has_table(question.table):
        return Refused("请先填报告年度，再填这张表，例如：2025。")
    read = read_table(state.edition, question.table, typed)
    if isinstance(read, UnclearItem):
        return Refused(read.sentence)
    cells = state.asked_cells(question.table)
    left = rest(cells, {**state.answers, **read.values})
    if not read.rest_is_zero:
        more = f"，还有 {len(left)} 格没填，没有的可以写“其余0”" if left else ""
        return Accepted(read.values, said=f"填了 {len(read.values)} 格{more}")
    filled = f"填了 {len(read.values)} 格，" if read.values else ""
    return Accepted({**read.values, **left}, said=f"{filled}其余 {len(left)} 格是 0")


_READERS: Mapping[str, Callable[[Question, str, State], Reply]] = {
    "text": _text, "list": _list, "contact": _contact, "choice": _choice, "yesno": _yesno,
    "number": _number, "note": _note, "ticks": _note, "table": _table,
}  # fmt: skip
