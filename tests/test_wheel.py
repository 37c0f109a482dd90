"""The built wheel, in an empty environment, is the whole program: data files and commands included."""

import os
import shutil
import subprocess
import sys
import venv
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
SAMPLE = ROOT / "assistant" / "samples" / "zhongxian-2020.case.yaml"


def run(*command: str | Path, cwd: Path) -> subprocess.CompletedProcess[str]:
    """Run a command far from the checkout, so that nothing is picked up from it."""
    env = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    return subprocess.run(
        [str(part) for part in command], cwd=cwd, env=env, capture_output=True, text=True, check=False
    )


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of commands of an environment that holds the wheel and its locked requirements only."""
    folder = tmp_path_factory.mktemp("wheel")
    built = run(sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", folder / "dist", cwd=ROOT)
    assert built.returncode == 0, built.stderr
    venv.create(folder / "env", with_pip=True)
    binaries = folder / "env" / ("Scripts" if os.name == "nt" else "bin")
    wheel = next((folder / "dist").glob("*.whl"))
    pip: list[str | Path] = [
        binaries / "python",
        "-m",
        "pip",
        "install",
        "--quiet",
        "--disable-pip-version-check",
    ]
    locked = run(*pip, "--require-hashes", "-r", ROOT / "requirements.lock", cwd=folder)
    if locked.returncode and "No matching distribution" in locked.stderr + locked.stdout:
        pytest.skip("no package index within reach: the wheel's requirements cannot be installed here")
    assert locked.returncode == 0, locked.stderr
    done = run(*pip, "--no-deps", wheel, cwd=folder)
    assert done.returncode == 0, done.stderr
    return binaries


def test_wheel_drafts_the_sample_report(installed: Path, tmp_path: Path) -> None:
    """The installed command drafts a case file to the same bytes as the checkout does."""
    case = shutil.copy(SAMPLE, tmp_path / "case.yaml")
    wheel = run(installed / "nianbao", "draft", case, cwd=tmp_path)
    checkout = run(sys.executable, "-m", "tui.cli", "draft", case, cwd=ROOT)

    assert wheel.stdout.startswith("# 忠县")
    assert (wheel.returncode, wheel.stdout) == (checkout.returncode, checkout.stdout)


def test_wheel_holds_nothing_but_the_program(installed: Path, tmp_path: Path) -> None:
    """Tests, documents and locks stay out of the wheel; the screen can be imported."""
    program = "import tui.app, tests"
    done = run(installed / "python", "-c", program, cwd=tmp_path)

    assert "No module named 'tests'" in done.stderr
