"""The installed command, run as a person's shell would run it, in a home of its own."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., subprocess.CompletedProcess[str]]

CASE = """\
unit:
  name: 柳溪县青禾镇人民政府
  kind: township
year: 2024
tables: {T2: 0, T3: 0, T4: 0, FEE6: 0}
notes:
  主动公开: 全年公开143条，网站75条，公众号68条
  依申请公开: 没有收到申请
  政府信息管理: 公开指南更新了
  平台建设: 便民服务中心设了公开查阅点
  监督保障: 组织业务培训2次
  存在问题: 信息更新不及时
  改进情况: 定期报送
"""
"""A whole case: nothing missing, nothing wrong."""


@pytest.fixture
def nianbao(tmp_path: Path) -> Run:
    """Run `nianbao` with these arguments; extra keywords are environment variables."""
    home = tmp_path / "home"
    home.mkdir()

    def run(*arguments: str | Path, **environment: str) -> subprocess.CompletedProcess[str]:
        env = {**os.environ, "HOME": str(home), "XDG_DATA_HOME": str(home), **environment}
        command = [sys.executable, "-m", "tui.cli", *map(str, arguments)]
        root = Path(__file__).resolve().parents[2]
        return subprocess.run(
            command,
            cwd=tmp_path,
            env={**env, "PYTHONPATH": str(root)},
            capture_output=True,
            encoding="utf-8",
            check=False,
        )

    return run


@pytest.fixture
def case(tmp_path: Path) -> Path:
    """A case file that can be drafted as it is."""
    path = tmp_path / "case.yaml"
    path.write_text(CASE, encoding="utf-8")
    return path
