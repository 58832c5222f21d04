"""What somebody will not, does not or cannot do, as people say it, and how rules print it and what they do about it.

死活不肯 is 拒不 or 不接受, 拖着不 is 拖延 or 逾期, 付不起 is what 缓缴 and 减免 are for. A verb of such a class
leads to the sentence of that class, whatever else stands in it.
"""

from __future__ import annotations

import re
from functools import lru_cache

SAME = 1.35
"""What a sentence gains that is of the class asked about."""

OTHER = 0.9
"""What is left to one that is of none."""

_REFUSED = r"拒|不接受|不(?:予)?配合|不服从|不听|抗拒|阻[挠碍]|妨碍|不履行|不改正|不执行|不同意"
_LATE = (
    r"拖延|拖欠|逾期|迟延|延误|延迟|迟报|无正当理由|未及时|未按时|未按规定|"
    r"超过[^，。；]{0,10}(?:期限|时限|时间)|未(?:在|按)[^，。；]{0,10}(?:期限|时限|时间|期)"
)
_HIDDEN = r"隐瞒|瞒报|漏报|谎报|虚报|迟报|缓报|弄虚作假|虚假|伪造|隐匿|不如实|未如实|骗取|套取"
_EASED = (
    r"缓[缴交]|延[期缓]|延长|暂缓|展期|续贷|减免|免[收征除缴]|减[半征收]|不停供|分期[支偿还缴交付]|欠费|"
    r"降低[^，。；]{0,10}(?:价格|费)|还款[^，。；]{0,8}困难|无力[支偿缴]"
)

_CLASSES = tuple(
    (re.compile(asked), re.compile(printed))
    for asked, printed in (
        (
            r"(?:死活|硬是|坚决|就是|偏偏?|说什么也|怎么都|打死|愣是|执意)不|不[肯愿乐]|不配合|不听(?!取)|不答应|不干(?!净|预|扰|涉)|"
            r"不接受|拒|抗拒|赖着|耍赖|闹着不|不理|不服从|不认账",
            _REFUSED,
        ),
        (r"拖着|拖延|拖拖拉拉|(?:迟迟|一直|老是?|总)[不没]|磨蹭|压着不|晾着|拖了|赖着不[给付还]", _LATE),
        (r"瞒着|瞒[报着了]|藏着|隐瞒|捂着|谎报|造假|作假|弄虚作假|糊弄|蒙混|骗|说假话|撒谎|编造", _HIDDEN),
        (
            r"[付交缴还拿掏给租供买住养撑]不(?:起|出|了|上)(?=[^，？]{0,8}(?:钱|费|款|租|税|贷|息|保|金|[，？?]|的|了|咋|怎))|"
            r"没钱[付交缴还买租]|(?:周转|资金链?)(?:不开|不过来|断|紧张|困难)|手头紧|掏不起|揭不开锅|压力(?:大|很大)",
            _EASED,
        ),
    )
)


@lru_cache(maxsize=512)
def _classes(question: str) -> tuple[re.Pattern[str], ...]:
    return tuple(printed for asked, printed in _CLASSES if asked.search(question))


def on_the_plight(question: str, text: str) -> float:
    """A factor for a sentence: of the class of what the question says that somebody does not do, or of none."""
    classes = _classes(question)
    if not classes:
        return 1.0
    return SAME if any(printed.search(text) for printed in classes) else OTHER
