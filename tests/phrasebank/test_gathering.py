"""Short sentences of one aspect in one: only where neither can be read as a part of the other."""

import pytest

from phrasebank.bank import load_bank
from phrasebank.compose import compose
from tests.phrasebank.made import material
from tests.phrasebank.test_flow import body


def _said(aspect: str, *lines: str) -> str:
    narrative = compose(material(notes={aspect: "\n".join(lines)}), load_bank(), strict=True)
    return body(narrative, f"1.{aspect}")


@pytest.mark.parametrize(
    ("aspect", "lines", "together"),
    [
        ("主动公开", ("公布救助名单4次", "发布消费警示18条"), ("公布救助名单4次，发布消费警示18条。",)),
        ("主动公开", ("采购公告5条", "非遗名录公布3批"), ("发布采购公告5条，公布非遗名录3批。",)),
        ("平台建设", ("网站栏目归并5个", "关停停更账号1个"), ("归并网站栏目5个，关停停更账号1个。",)),
        ("监督保障", ("开展督查4次", "举办业务培训2期"), ("开展督查4次，举办业务培训2期。",)),
    ],
)
def test_things_done_of_one_build_share_a_sentence(
    aspect: str, lines: tuple[str, ...], together: tuple[str, ...]
) -> None:
    """Each names its own thing and brings its own number, whichever was drawn first."""
    said = _said(aspect, *lines)
    turned = tuple("，".join(reversed(each.rstrip("。").split("，"))) + "。" for each in together)

    assert any(each in said for each in (*together, *turned)), said


@pytest.mark.parametrize(
    ("aspect", "lines"),
    [
        ("监督保障", ("举办业务培训3期", "名单都上网了")),
        ("监督保障", ("开展督查4次", "问题整改12个")),
        ("监督保障", ("举办业务培训3期", "发放折页500份")),
        ("主动公开", ("公布救助名单4次", "公开信箱40件")),
        ("政府信息管理", ("公文标注公开属性", "逐条进行保密审查")),
        ("依申请公开", ("办了4件", "答复率100%")),
    ],
)
def test_what_could_belong_to_its_neighbour_stays_a_sentence(aspect: str, lines: tuple[str, ...]) -> None:
    """Lists, problems found and handed-out papers are not said of a training or a check of another line."""
    narrative = compose(material(notes={aspect: "\n".join(lines)}), load_bank(), strict=True)
    sources = [set(each.sources) for paragraph in narrative.paragraphs for each in paragraph.sentences]

    assert not any({lines[0], lines[1]} <= each for each in sources)


def test_every_source_is_kept() -> None:
    """A gathered sentence shows all the lines it was made of."""
    narrative = compose(
        material(notes={"监督保障": "开展督查4次\n举办业务培训2期"}), load_bank(), strict=True
    )
    gathered = [
        each
        for paragraph in narrative.paragraphs
        for each in paragraph.sentences
        if each.phrase == "gathered"
    ]

    assert len(gathered) == 1
    assert {"开展督查4次", "举办业务培训2期"} <= set(gathered[0].sources)
