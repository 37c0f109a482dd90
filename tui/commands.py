"""Everything that can be done now, as lines of the command list; what cannot be done now is not in it."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from assistant.views import PartView
from phrasebank.material import LENGTHS
from tui.screens.base import CoreScreen
from tui.screens.palette import Command
from tui.themes import THEMES

if TYPE_CHECKING:
    from tui.app import NianbaoApp


def commands(app: "NianbaoApp") -> list[Command]:
    """The commands of this moment, the likeliest first."""
    found = _report_commands(app) if app.core.report_id is not None else []
    if app.own is None:
        found.append(Command("做一份新的年度报告", app.new_report, also="新建 开始"))
        found.append(Command("看看样例报告", app.look_at_sample, also="示例 例子"))
    else:
        found.append(Command("离开样例，回到自己的报告", app.leave_sample, also="返回"))
    found += _others(app)
    found += [
        Command(f"换成{label}", partial(app.change_theme, name), also="颜色 主题 界面")
        for label, name in THEMES
        if name != app.theme
    ]
    return [
        *found,
        Command("帮助：为什么问、怎么填", app.action_help, "F1", also="说明 键"),
        Command("离开", app.action_leave, "Ctrl+Q", also="退出 关闭"),
    ]


def _report_commands(app: "NianbaoApp") -> list[Command]:
    screen = app.screen
    found = [
        Command("接着问答", app.talk, also="继续 对话"),
        Command("任务清单", app.action_to_welcome, "F10", also="目录"),
        Command("跳到哪一部分", app.action_jump, "Ctrl+G", also="去"),
        *_tables(app),
        Command("审改成文", app.action_review, "F4", also="修改 来历"),
        Command("导出", app.action_export, "F5", also="保存 文件"),
        *_right_as_it_is(app),
        *_many(app),
        *_lengths(app),
        *_parts(app),
        *questions_of(app),
    ]
    if isinstance(screen, CoreScreen):
        back, forth = screen.can_move()
        found += [Command("撤销上一步", screen.action_undo, "Ctrl+Z")] * back
        found += [Command("重做", screen.action_redo, "Ctrl+Y", also="恢复")] * forth
    return found


def _right_as_it_is(app: "NianbaoApp") -> list[Command]:
    """What is asked about and may be right."""
    points = app.core.open_points() if app.core.ready else ()
    return [
        Command(f"这样没错：{point.text}", partial(app.confirm_point, point.text), also="核对 无误 看过")
        for point in points
        if app.core.confirmable(point.text)
    ]


def _many(app: "NianbaoApp") -> list[Command]:
    if len(app.core.reports()) < 2:
        return []
    return [Command("几份报告一起导出", app.export_many, also="全部 批量 文件夹 多份")]


def _lengths(app: "NianbaoApp") -> list[Command]:
    return [
        Command(f"篇幅：{length}", partial(app.set_length, length), also="长短 长度")
        for length in LENGTHS
        if length != app.core.length
    ]


def _tables(app: "NianbaoApp") -> list[Command]:
    return [
        Command(
            " ".join(dict.fromkeys((table.name, table.title))),
            partial(app.open_table, table.id),
            "F3",
            also="表格",
        )
        for table in app.core.edition.tables
    ]


def _parts(app: "NianbaoApp") -> list[Command]:
    tables = {table.name for table in app.core.edition.tables}
    return [
        Command(f"到 {part.label}", go, also="跳到") for part, go in parts(app) if part.label not in tables
    ]


def questions_of(app: "NianbaoApp", part: str = "") -> list[Command]:
    """The questions of a part, or all, found by their words and by those of their answers; those nobody answered say so."""
    return [
        Command(
            f"问：{one.ask}",
            partial(app.open_place, one.id),
            "跳过了" if one.skipped else "" if one.answer else "还没答",
            also=f"{one.part} {one.answer}",
            sought=True,
        )
        for one in app.core.questions(part)
    ]


def _others(app: "NianbaoApp") -> list[Command]:
    """The other reports, by the name of their unit."""
    return [
        Command(
            f"换到 {row.unit_name or '未填名称的单位'} {f'{row.year}年度' if row.year else '年度未定'}",
            partial(app.open_report, row.id),
            also="打开 切换 报告",
            sought=True,
        )
        for row in app.core.reports()
        if row.id != app.core.report_id
    ]


def parts(app: "NianbaoApp") -> list[tuple[PartView, Callable[[], object]]]:
    """The parts of the task list one can go to, each with how."""
    return [
        (part, partial(app.open_part, part.key))
        for part in app.core.welcome(counted=False).parts
        if part.key != "open-points"
    ]
