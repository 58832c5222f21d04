"""A law goes before the regulations made under it; policies stay as they are."""

from __future__ import annotations

from dataclasses import replace

import pytest

from corpus.library import Library
from corpus.vocabulary import DocumentType, Level
from index.authority import by_authority, holds_laws, is_law
from index.models import Evidence
from index.reach import WITHHELD
from tests import fakes


@pytest.fixture
def summary(tmp_path):
    document = fakes.document("a.txt", "方案", "用人单位应当支付加班费。")
    return Library(tmp_path).add(document, fakes.chunk(document)).document


@pytest.fixture
def evidence(summary):
    document = fakes.document("a.txt", "方案", "用人单位应当支付加班费。")
    chunk = fakes.chunk(document)[1]
    law = DocumentType.LAW
    kinds = [
        ("中华人民共和国劳动法", law, Level.NATIONAL),
        ("保障农民工工资支付条例", law, Level.UNKNOWN),
        ("江苏省工资支付条例", law, Level.PROVINCIAL),
        ("关于支付工资的通知", DocumentType.NOTICE, Level.NATIONAL),
    ]
    return [
        Evidence(
            chunk,
            document.by_id[chunk.clause_id],
            replace(summary, title=title, document_type=kind, level=level),
            "",
            1.0,
        )
        for title, kind, level in kinds
    ]


def test_a_regulation_stands_back_behind_a_law(evidence):
    assert [one.score for one in by_authority(evidence, laws=True)] == [1.0, 1.0 - WITHHELD, 1.0, 1.0]


def test_without_laws_nothing_moves(evidence):
    assert [one.score for one in by_authority(evidence, laws=False)] == [1.0] * 4


@pytest.mark.parametrize(
    ("title", "law"),
    [
        ("中华人民共和国民法典", True),
        ("中华人民共和国公司法（2023年修订）", True),
        ("中华人民共和国民法通则", True),
        ("商业特许经营管理办法", False),
        ("个体工商户条例", False),
    ],
)
def test_a_law_is_told_by_its_name(summary, title, law):
    named = replace(summary, title=title, document_type=DocumentType.LAW)
    assert is_law(named) is law
    assert holds_laws([named]) is law
