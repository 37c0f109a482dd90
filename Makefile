# Two verbs for everybody: `make run` opens the assistant, `make test` proves the checkout.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed

.DEFAULT_GOAL := help
.PHONY: help setup run test lint types unit bench quality lock clean

help:            ## 列出命令
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/  make \1\t\2/p' $(MAKEFILE_LIST)

$(STAMP): requirements-dev.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "需要 Python 3.11 或更高版本，请安装后再运行，或用 make PYTHON=python3.12 指定。"; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV) || { echo "不能建立虚拟环境：在 Debian、Ubuntu 上请先安装 python3-venv。"; exit 1; }
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-build-isolation --no-deps -e .
	@$(BIN)/python -m compileall -q assistant db phrasebank prompts report tui
	@$(BIN)/python -c 'from report.yamlkept import keep_all; keep_all(); from phrasebank.needs_kept import keep_needs; keep_needs()'
	@touch $(STAMP)

setup: $(STAMP)  ## 只安装，不运行

run: $(STAMP)    ## 打开助手；没有终端时起草样本报告，并说明写到了哪里
	@if [ -t 0 ] && [ -t 1 ]; then $(BIN)/nianbao; else \
	  mkdir -p out && $(BIN)/nianbao draft assistant/samples/zhongxian-2020.case.yaml -o out/zhongxian-2020.md; fi

test: lint types unit  ## 全部检查：格式、静态检查、严格类型、依赖方向、测试

lint: $(STAMP)   ## 格式、静态检查和依赖方向
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/lint-imports --cache-dir .import_linter_cache

types: $(STAMP)  ## 严格类型
	$(BIN)/mypy

unit: $(STAMP)   ## 测试（两个进程）
	$(BIN)/pytest -n 2 --dist loadfile

bench: $(STAMP)  ## 打印时间和内存，旁边是同一次运行的基准
	@$(BIN)/python -m tests.bench.bench

quality: $(STAMP)  ## 打印成文质量的各项数字，旁边是上次提交的数字
	@$(BIN)/python -m tests.quality.quality

lock:            ## 重新锁定依赖版本（需要 uv）
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-header pyproject.toml -o requirements.lock
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-header pyproject.toml --group dev -o requirements-dev.lock

clean:           ## 删除虚拟环境和缓存
	rm -rf $(VENV) .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache build dist out
