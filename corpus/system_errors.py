"""What the operating system says about a file or folder, in two languages and without codes or paths."""

from __future__ import annotations

import errno

_REASONS = {
    errno.ENOENT: ("路径不存在", "no such path"),
    errno.ENOTDIR: ("路径中有一段是文件，不是文件夹", "a part of the path is a file, not a folder"),
    errno.EISDIR: ("是文件夹，不是文件", "it is a folder, not a file"),
    errno.EEXIST: ("已有同名的文件", "a file of that name is there already"),
    errno.EACCES: ("没有权限", "permission denied"),
    errno.EPERM: ("没有权限", "permission denied"),
    errno.EROFS: ("磁盘是只读的", "the disk is read-only"),
    errno.ENOSPC: ("磁盘已满", "the disk is full"),
    errno.EDQUOT: ("磁盘配额已用完", "the disk quota is used up"),
    errno.EIO: ("磁盘读写出错", "the disk reports an error"),
    errno.ENAMETOOLONG: ("名称太长", "the name is too long"),
    errno.ELOOP: ("链接绕成了圈", "its links go round in a circle"),
    errno.EADDRNOTAVAIL: ("本机没有这个地址", "this computer has no such address"),
}


def reason(error: Exception) -> tuple[str, str]:
    """Why it failed, in Chinese and in English; what the system says itself where the code is none of the usual."""
    said = getattr(error, "strerror", None) or str(error)
    return _REASONS.get(getattr(error, "errno", None) or 0, (said, said))
