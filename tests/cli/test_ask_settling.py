"""At a terminal `ask` asks how words that nobody could word are to be written; a pipe is told of them."""

from pathlib import Path

from tests.cli.test_ask import nianbao, talk

TOWN = ("柳溪县青禾镇人民政府", "2025", "2", "", "", "")


def test_the_offered_sentence_is_said_and_taken_by_enter(tmp_path: Path) -> None:
    """The line says what Enter, a sentence, 跳过 and 去掉 do."""
    printed = talk(tmp_path, *TOWN, "公开143条；好差评打分每半年排一次", "", "草稿", settles=True)
    asked = printed.index("【（一）主动公开 第 1 问，共 1 问】“好差评打分每半年排一次”没看懂，报告里怎么写？")

    assert printed[asked + 1].startswith("  可以这样写：好差评评分每半年排一次（就这样写直接回车；")
    assert any("好差评评分每半年排一次。" in line for line in printed[asked + 2 :])


def test_words_left_out_are_gone_and_left_ones_wait(tmp_path: Path) -> None:
    """去掉 and 跳过 answer it; the interview goes on."""
    notes = "公开143条；好差评打分每半年排一次；公众号下面的菜单乱得很"
    printed = talk(tmp_path, *TOWN, notes, "去掉", "跳过", "核对", settles=True)

    assert "  去掉了；要找回按撤销。" in printed
    assert sum("待核：" in line for line in printed) == 1
    assert any("待核：公众号下面的菜单乱得很" in line for line in printed)


def test_a_pipe_is_told_and_goes_on(tmp_path: Path) -> None:
    """What a file of answers says next answers the next question."""
    lines = [*TOWN, "公开143条；好差评打分每半年排一次", "没有", ""]
    done = nianbao(tmp_path, "ask", typed="\n".join(lines).encode())
    printed = done.stdout.decode()

    assert "“好差评打分每半年排一次”没看懂，先照原话标【待核】" in printed
    assert "报告里怎么写" not in printed
