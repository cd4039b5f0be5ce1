// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-console/outbox_words.h"

namespace salon::console {

QString OutboxWords::of(const OutboxEntry &entry)
{
    const QString which = QStringLiteral("#%1").arg(entry.target);
    switch (entry.kind) {
    case EventKind::Edited:
        return tr("edit of %1: %2").arg(which, entry.text);
    case EventKind::Deleted:
        return tr("deletion of %1").arg(which);
    case EventKind::Reacted:
        return tr("reaction %1 to %2").arg(entry.emoji, which);
    case EventKind::Unreacted:
        return tr("taking back %1 from %2").arg(entry.emoji, which);
    case EventKind::Pinned:
        return tr("pinning %1").arg(which);
    case EventKind::Unpinned:
        return tr("unpinning %1").arg(which);
    default:
        return entry.target > 0 ? tr("reply to %1: %2").arg(which, entry.text) : entry.text;
    }
}

} // namespace salon::console
