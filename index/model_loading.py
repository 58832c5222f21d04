"""Loads the models that people put in: from this computer, onto a device, or with a reason why not.

What embedders and rerankers have in common. sentence-transformers and torch are
imported here, and only when such a model is asked for.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Literal

from corpus.errors import EmbedderUnusable, RerankerUnusable, SearchIndexError

Dtype = Literal["auto", "float32", "float16", "bfloat16"]
Backend = Literal["torch", "onnx"]


@dataclass(frozen=True, slots=True)
class ModelRole:
    """What a model is for: how it is called, which class runs it, where it is set, and how to do without it."""

    zh: str
    en: str
    runner: str
    settings: str
    without: tuple[str, str]
    error: type[SearchIndexError]

    def unusable(self, zh: str, en: str) -> SearchIndexError:
        return self.error(f"{self.zh}{zh}", f"The {self.en} {en}")


EMBEDDING = ModelRole(
    "嵌入模型",
    "embedding model",
    "SentenceTransformer",
    "embedding",
    ("改用自带模型 'bundled'", "use the bundled model 'bundled'"),
    EmbedderUnusable,
)
RERANKING = ModelRole(
    "重排模型",
    "reranking model",
    "CrossEncoder",
    "reranker",
    ("去掉设置 reranker.model", "leave reranker.model unset"),
    RerankerUnusable,
)


@dataclass(frozen=True, slots=True)
class ModelSource:
    """Which model, and how it is to be loaded; `device` of None takes a GPU where there is one."""

    name: str
    device: str | None = None
    dtype: Dtype = "auto"
    backend: Backend = "torch"
    allow_download: bool = False

    @property
    def folder(self) -> Path | None:
        """The folder named, or None for the name of a model."""
        path = Path(self.name).expanduser()
        return path if path.is_dir() else None

    @property
    def is_path(self) -> bool:
        """Can the name mean nothing but a folder?"""
        return self.name.startswith((".", "~")) or Path(self.name).is_absolute() or self.name.count("/") > 1

    @property
    def label(self) -> str:
        """The model's own name, the same by whatever folder or owner it is reached."""
        return self.folder.resolve().name if self.folder else self.name.rpartition("/")[2]


def load(role: ModelRole, source: ModelSource) -> Any:
    """The model as sentence-transformers runs it, or the error of its role."""
    _require_backend(role, source)
    _require_device(role, source)
    with _quiet():
        model = _found(role, source)
    if source.dtype != "auto":
        import torch

        # Modules that are no transformer take no notice of the option.
        model.to(getattr(torch, source.dtype))
    return model


def said(exc: BaseException) -> str:
    """The first line of what an exception says, or its name."""
    return str(exc).strip().partition("\n")[0].rstrip("。.") or type(exc).__name__


def _found(role: ModelRole, source: ModelSource) -> Any:
    if source.folder is not None:
        try:
            return _run(role, source, str(source.folder), local_files_only=True)
        except Exception as exc:
            raise _damaged(role, str(source.folder), exc) from exc
    if source.is_path:
        raise _no_folder(role, source.name)
    try:
        return _run(role, source, source.name, local_files_only=True)
    except Exception as exc:
        if not source.allow_download:
            error = _damaged(role, source.name, exc) if _is_cached(source.name) else _absent(role, source.name)
            raise error from exc
    try:
        return _run(role, source, source.name, local_files_only=False)
    except Exception as exc:
        raise _not_fetched(role, source.name, exc) from exc


def _run(role: ModelRole, source: ModelSource, place: str, *, local_files_only: bool) -> Any:
    import sentence_transformers

    runner = getattr(sentence_transformers, role.runner)
    options = {} if source.dtype == "auto" else {"model_kwargs": {"dtype": source.dtype}}
    return runner(place, local_files_only=local_files_only, device=source.device, backend=source.backend, **options)


def _is_cached(name: str) -> bool:
    """Is there something of that model in the local cache?"""
    from huggingface_hub import try_to_load_from_cache

    # A name without an owner is looked for under the one whose models come without.
    names = (name,) if "/" in name else (name, f"sentence-transformers/{name}", f"cross-encoder/{name}")
    with contextlib.suppress(ValueError):  # no name that a model could have
        return any(isinstance(try_to_load_from_cache(one, "config.json"), str) for one in names)
    return False


@contextlib.contextmanager
def _quiet() -> Iterator[None]:
    """Standard error is the command's own: the loaders' bars and reports stay out of it, downloads do not."""
    from transformers.utils import logging as transformers_logging

    logging: Any = transformers_logging  # it carries no types
    before = logging.get_verbosity()
    logging.set_verbosity_error()
    logging.disable_progress_bar()
    try:
        yield
    finally:
        logging.set_verbosity(before)


def _require_backend(role: ModelRole, source: ModelSource) -> None:
    if source.backend == "torch":
        return
    missing = [package for package in ("optimum", "onnx", "onnxruntime") if find_spec(package) is None]
    if missing:
        raise role.unusable(
            f" {source.name!r} 要用 ONNX 运行，但缺少软件包：{'、'.join(missing)}。"
            f"请运行 pip install 'sentence-transformers[onnx]'，或把 {role.settings}.backend 设为 torch。",
            f"{source.name!r} is to run on ONNX, which needs packages that are not installed: {', '.join(missing)}. "
            f"Run pip install 'sentence-transformers[onnx]', or set {role.settings}.backend to torch.",
        )
    if source.dtype != "auto":
        raise role.unusable(
            f" {source.name!r} 用 ONNX 运行时精度由模型文件决定，不能另设 {role.settings}.dtype。请去掉这项设置。",
            f"{source.name!r} runs on ONNX in the precision of its file: {role.settings}.dtype cannot change it. "
            "Leave that setting out.",
        )


def _require_device(role: ModelRole, source: ModelSource) -> None:
    if source.device is None:
        return
    import torch

    try:
        torch.empty(1, device=source.device).cpu()
    except Exception as exc:
        raise role.unusable(
            f" {source.name!r} 不能在设备 {source.device!r} 上运行（{said(exc)}）。"
            f"请把 {role.settings}.device 设为 cpu，或去掉这项设置。",
            f"{source.name!r} cannot run on the device {source.device!r} ({said(exc)}). Set {role.settings}.device to "
            "cpu, or leave it out.",
        ) from exc


def _damaged(role: ModelRole, place: str, exc: Exception) -> SearchIndexError:
    return role.unusable(
        f" {place!r} 无法读取（{said(exc)}）。请重新复制或下载模型文件。",
        f"{place!r} cannot be read ({said(exc)}). Copy or fetch its files again.",
    )


def _no_folder(role: ModelRole, place: str) -> SearchIndexError:
    return role.unusable(
        f"的文件夹“{place}”不存在。请检查设置 {role.settings}.model，或{role.without[0]}。",
        f"has no folder {place!r}. Check the setting {role.settings}.model, or {role.without[1]}.",
    )


def _absent(role: ModelRole, name: str) -> SearchIndexError:
    return role.unusable(
        f" {name!r} 不在本机。请填写模型文件夹的路径，或先把模型下载到本机，"
        f"或设 {role.settings}.allow_download = true 允许下载，或{role.without[0]}。",
        f"{name!r} is not on this computer. Give the path of a model folder, fetch the model first, "
        f"set {role.settings}.allow_download = true, or {role.without[1]}.",
    )


def _not_fetched(role: ModelRole, name: str, exc: Exception) -> SearchIndexError:
    return role.unusable(
        f" {name!r} 找不到或下载失败（{said(exc)}）。请检查名称和网络，或{role.without[0]}。",
        f"{name!r} was not found or could not be fetched ({said(exc)}). Check the name and the network, "
        f"or {role.without[1]}.",
    )
