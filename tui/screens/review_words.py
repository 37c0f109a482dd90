"""What the review desk says: its help, and what stands beside a sentence."""

from collections.abc import Collection, Sequence

from assistant.desk_views import OpenPoint
from assistant.views import ParagraphView
from tui.widgets.lines import Block
from tui.widgets.origin import origin_of
from tui.widgets.paper import marked
from tui.widgets.wrap import Run

HELP = [
    (
        "这一屏",
        "左边是成文，上下键一句一句走；右边是这一句的来历：用了哪种写法，根据您的哪句话，数字从哪里来。",
    ),
    (
        "回车",
        "看是谁、什么时候答的，以前答过什么；再按回车就到那一问或那一格去改。【待核】的句子一按回车就到那一问。",
    ),
    (
        "E 改",
        "打开这一段来改，光标停在选中的那一句末尾；Ctrl+S 存。以后数字变了，您改过的话会保留，只换数字；合不上的会标“有冲突”。",
    ),
    (
        "有冲突",
        "您改过的地方，回答又变了。右边写着原来是什么、现在是什么、您写的是什么：按 K 留您写的，按 N 换成新的，按 E 自己改。",
    ),
    (
        "M 这样没错",
        "右边标 ？ 的是请您看的：数和回答不一样，或者回答里没有。确实没错按 M，这里的文字或数一变再问；标 × 的和表格不符，要改了才能定稿。",
    ),
    (
        "改过的地方",
        "您加的字有下划线，您删的字写成［删：…］，按 V 或 F2 不标、再按又标；R 恢复成生成的文字，Ctrl+Z 换回您改的那一版。",
    ),
    (
        "F8 换说法",
        "换成同一个意思的另一种说法，数字和事实不变，转一圈回到原来的；只有一种说法时再按一次，换这一段的排法。",
    ),
    ("F7 篇幅", "全文在简、中、详之间换；说过的事都在。"),
    ("P 存短语", "您改好的句子可以存为本单位的短语，以后同样的原话先用它。"),
    ("【待补】【待核】", "【待补】是还没有回答；【待核】是没有看懂的原话，请改成合适的说法或删去。"),
]


WAYS_OUT = "K 留我写的   N 用新的   E 自己改"
"""How a clash is settled."""


def point_blocks(points: Sequence[OpenPoint], confirmable: Collection[str]) -> list[Block]:
    """What stands open at a place, each with what can be done about it.

    Args:
        points: What stands open there.
        confirmable: The sentences of those that may be right as they are.
    """
    blocks: list[Block] = []
    for point in points:
        wrong = point.kind == "error"
        mark, style = ("× ", "bad") if wrong else ("？ ", "warn")
        right = "M 这样没错   " if point.text in confirmable else ""
        mend = "回车 去填表" if point.goes_to and not point.spot else "E 改这一段   回车 看来历、去改回答"
        blocks += [
            Block("", (Run(mark, style), Run(point.text)), indent=2),
            Block("", (Run(f"{right}{mend}", "accent"),), lead=2, gap=1),
        ]
    return blocks


def origin_blocks(paragraph: ParagraphView, number: int) -> list[Block]:
    """What a person has to know about a sentence, and about the state of its paragraph."""
    sentence = paragraph.sentences[number]
    blocks = [
        Block("", (Run(paragraph.label or paragraph.heading, "title"),)),
        Block("", marked(sentence.text), gap=1),
        *origin_of(sentence),
    ]
    if paragraph.conflicts:
        told = [one.partition("：")[2] or one for one in paragraph.conflicts]
        blocks = [
            Block("", (Run(f"{paragraph.label or paragraph.heading}：请定一个", "bad"),)),
            *(Block("", (Run("！ ", "bad"), Run(one)), gap=1, indent=2) for one in told),
            Block("", (Run(WAYS_OUT, "accent"),), gap=1),
            *blocks[1:],
            Block("", ()),
            Block("", (Run("新生成的文字：", "dim"), *marked(paragraph.generated))),
        ]
    elif paragraph.edited:
        blocks += [
            Block("", ()),
            Block("", (Run("这一段您改过。生成的原文：", "dim"), *marked(paragraph.generated))),
        ]
    return blocks
