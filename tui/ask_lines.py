"""What the plain interview prints: questions, help and the draft as lines of text, for ears as well as eyes.

One decision: every line says what it is in words; nothing is told by place, colour or drawing.
"""

from collections.abc import Iterator, Sequence

from assistant.views import Exchange, Outcome, Proposal, QuestionView, Welcome
from report.document import Document
from tui import ask_ticks
from tui.ask_table_lines import table_lines


def clean(text: str) -> str:
    """Text without characters that would move a terminal's cursor."""
    return "".join(character for character in text if character.isprintable() or character == "\n")


def question_lines(view: QuestionView, *, again: bool = False) -> Iterator[str]:
    """One question with everything that helps to answer it; asked ``again``, without its list of things to tick."""
    yield ""
    yield f"【{view.part} 第 {view.number} 问，共 {view.total} 问】{view.ask}"
    if view.kind in {"choice", "yesno"}:
        for number, option in enumerate(view.options, 1):
            yield f"  {number} {option.label}" + (f"（{option.hint}）" if option.hint else "")
    elif view.options:
        wanted = "直接回车就用" if view.kind in {"text", "number"} else "例如"
        yield f"  {wanted}：{'、'.join(option.value for option in view.options)}"
    if view.suggested and view.kind in {"choice", "yesno"} and not view.current:
        yield f"  直接回车就用：{view.suggested}（按单位名称推断）"
    if view.kind == "ticks":
        yield from ask_ticks.list_lines(view, again=again)
    if view.remark:
        yield f"  {view.remark}"
    if view.last_year:
        yield f"  去年：{view.last_year}（一样就写“同上年”）"
    if view.current and view.kind == "ticks":
        yield ask_ticks.now_line(view)
    elif view.offers:
        yield from (f"  {number} {offer}" for number, offer in enumerate(view.offers, 1))
        yield "  都照写直接回车；只要几句写号码，如 1 3；一句一句改写“逐句”，先不管写“都留着”。"
    elif view.wording:
        enter = "" if view.remark else "就这样写直接回车；"
        offered = f"可以这样写：{view.current}（{enter}" if view.current else "（"
        yield f"  {offered}要写别的就写一整句，先留着写“跳过”，不写进报告写“去掉”）"
    elif view.current:
        yield f"  现在：{view.current.replace(chr(10), '；')}（不改就回车）"
    elif view.optional:
        yield "  没有就回车。"


def pending_lines(view: QuestionView) -> Iterator[str]:
    """What an earlier sentence left to be asked."""
    yield ""
    yield f"【{view.part}】还要问：{view.pending}"
    yield "  直接答这一句就行；现在答不了，写“跳过”。"


def help_lines(view: QuestionView) -> Iterator[str]:
    """Why it is asked, what counts, an example, the law, and the words that work everywhere."""
    yield f"  {view.help.replace('有数的会当场问您', '有数的写在分号后面')}"
    yield f"  例如：{view.example}"
    yield f"  依据：{view.law}"
    yield from command_lines()


def command_lines() -> Iterator[str]:
    """The words that work at any question."""
    yield "  随时可写：？（说明）、跳过、返回、撤销、重做、同上年、草稿、离开；再说一遍、回看、进度、核对、长度、导出。"
    yield "  一条写不完，行末加“＋”接着写。"


def proposal_lines(proposal: Proposal) -> Iterator[str]:
    """What was understood, value by value, each with its words."""
    yield "  听到的是："
    taken = [line for line in proposal.lines if not line.question and not line.hint]
    for number, line in enumerate(taken, 1):
        yield f"    {number} {line.text}"
    for line in proposal.lines:
        if line.question or line.hint:
            yield f"    {'要问' if line.question else '请看一眼'}：{line.text}"
    if proposal.values and not taken:
        yield "  这就答也行，回车就接着问；说错了就重说一遍；要照原话记，写“不”。"
    elif proposal.values:
        yield "  对就回车；不对就重说一遍；要照原话记，写“不”。"


def refused_lines(typed: str, outcome: Outcome) -> Iterator[str]:
    """What became of the words of a refused reply: what of them is kept for the next, or that none is recorded."""
    if outcome.kept:
        yield f"  先留着：{outcome.kept}。把差的那一样补上就行；直接回车只记这些；都不记写“跳过”。"
    elif typed.strip() and typed.strip() not in outcome.said:
        yield f"  “{typed.strip()}”没有记，改好再写一遍。"


def draft_lines(document: Document, view: QuestionView | None) -> Iterator[str]:
    """The part of the draft that the question is about; the whole text when nothing is asked."""
    if view is None:
        yield from document.title
        for paragraph in document.opening:
            yield paragraph.text
        for section in document.sections:
            yield section.heading
            yield from (paragraph.text for paragraph in section.paragraphs)
            for table in section.tables:
                yield from table_lines(table, document.figures)
        return
    here = [
        paragraph
        for paragraph in document.paragraphs
        if (paragraph.aspect and paragraph.aspect in view.part)
        or (paragraph.section and view.part.startswith(paragraph.section + "、"))
    ]
    tables = [table for section in document.sections for table in section.tables if table.name in view.part]
    if not here and not tables:
        yield from document.title
        here = list(document.opening)
    yield from (paragraph.text for paragraph in here)
    for table in tables:
        yield from table_lines(table, document.figures)


def welcome_lines(welcome: Welcome) -> Iterator[str]:
    """What is done and what is open, for somebody coming back."""
    if not welcome.unit_name:
        return
    yield f"{welcome.unit_name}，{f'{welcome.year}年' if welcome.year else '年份未填'}。"
    if welcome.days_left is not None:
        left = f"还有 {welcome.days_left} 天" if welcome.days_left >= 0 else "期限已过"
        yield f"  {welcome.deadline}前公布，{left}。"
    words = {"done": "已答完", "open": "未答完", "untouched": "未开始"}
    for part in welcome.parts:
        yield f"  {part.label}：{words[part.status]}" + (
            f"，{part.detail}" if part.detail and part.status != "untouched" else ""
        )
    if welcome.notice:
        yield f"  {welcome.notice}"


def answered_lines(asked: Sequence[Exchange]) -> Iterator[str]:
    """What was answered, numbered, so that it can be changed by its number."""
    for number, one in enumerate(asked, 1):
        yield f"  {number} {one.part}：{one.ask}答：{'跳过' if one.skipped else one.answer.replace(chr(10), '；') or '没有'}"
    yield "  要改哪一问，写“改”和号码，如：改 3。" if asked else "  还没有答过的。"
