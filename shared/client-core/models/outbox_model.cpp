// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/client-core/models/outbox_model.h"

#include "shared/client-core/session/rooms.h"
#include "shared/client-core/text/error_text.h"
#include "shared/client-core/text/event_text.h"

#include <algorithm>

namespace salon {
namespace {

bool isListed(const OutboxEntry &entry)
{
    return entry.state != SendState::Stored;
}

} // namespace

OutboxModel::OutboxModel(Outbox &outbox, const Rooms &rooms, QObject *parent)
    : QAbstractListModel(parent)
    , m_outbox(outbox)
    , m_rooms(rooms)
{
    connect(&outbox, &Outbox::loaded, this, &OutboxModel::reload);
    connect(&outbox, &Outbox::entryAdded, this, [this](const OutboxEntry &entry) {
        beginInsertRows({}, int(m_entries.size()), int(m_entries.size()));
        m_entries.append(entry);
        endInsertRows();
    });
    connect(&outbox, &Outbox::entryChanged, this, &OutboxModel::entryChanged);
    connect(&outbox, &Outbox::entryRemoved, this, &OutboxModel::entryRemoved);
    reload();
}

int OutboxModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_entries.size());
}

QVariant OutboxModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const OutboxEntry &entry = m_entries[index.row()];
    switch (role) {
    case CidRole:
        return entry.cid;
    case RoomIdRole:
        return entry.room.value;
    case RoomNameRole:
        return m_rooms.displayName(entry.room);
    case Qt::DisplayRole:
    case TextRole:
        return wordsOf(entry);
    case SendStateRole:
        return int(entry.state);
    case ErrorRole:
        return entry.state == SendState::Failed || entry.isDelayed ? ErrorText::of(entry.error) : QString();
    case CreatedRole:
        return entry.createdMs;
    case MayBeStoredRole:
        return entry.mayBeStored;
    case KindRole:
        return int(entry.kind);
    case TargetRole:
        return entry.target;
    case NextTryRole:
        return entry.isDelayed ? entry.nextTryMs : 0;
    default:
        return {};
    }
}

QString OutboxModel::wordsOf(const OutboxEntry &entry)
{
    switch (entry.kind) {
    case EventKind::Edited:
        //: In the list of what is still to be sent
        return tr("Edit: %1").arg(entry.text);
    case EventKind::Deleted:
        return tr("Deletion of a message");
    case EventKind::Reacted:
        return tr("Reaction %1").arg(entry.emoji);
    case EventKind::Unreacted:
        return tr("Taking back of the reaction %1").arg(entry.emoji);
    case EventKind::Pinned:
        return tr("Pinning of a message");
    case EventKind::Unpinned:
        return tr("Unpinning of a message");
    default:
        break;
    }
    RoomEvent message;
    message.files = entriesOf(entry.files);
    message.folder = entry.folder;
    return EventText::withFiles(message, entry.text);
}

QHash<int, QByteArray> OutboxModel::roleNames() const
{
    return { { Qt::DisplayRole, "display" }, { CidRole, "cid" }, { RoomIdRole, "roomId" }, { RoomNameRole, "roomName" },
        { TextRole, "text" }, { SendStateRole, "sendState" }, { ErrorRole, "error" }, { CreatedRole, "created" },
        { MayBeStoredRole, "mayBeStored" }, { KindRole, "kind" }, { TargetRole, "target" },
        { NextTryRole, "nextTry" } };
}

void OutboxModel::retranslate()
{
    if (!m_entries.isEmpty())
        Q_EMIT dataChanged(index(0), index(int(m_entries.size()) - 1), { Qt::DisplayRole, TextRole, ErrorRole });
}

void OutboxModel::reload()
{
    beginResetModel();
    m_entries.clear();
    std::ranges::copy_if(m_outbox.entries(), std::back_inserter(m_entries), isListed);
    endResetModel();
}

int OutboxModel::rowOf(const Cid &cid) const
{
    const auto found = std::ranges::find(m_entries, cid, &OutboxEntry::cid);
    return found == m_entries.end() ? -1 : int(found - m_entries.begin());
}

void OutboxModel::entryChanged(const OutboxEntry &entry)
{
    const int row = rowOf(entry.cid);
    if (row < 0)
        return;
    if (!isListed(entry)) {
        entryRemoved(entry.cid);
        return;
    }
    m_entries[row] = entry;
    Q_EMIT dataChanged(index(row), index(row), { SendStateRole, ErrorRole, MayBeStoredRole, NextTryRole });
}

void OutboxModel::entryRemoved(const Cid &cid)
{
    const int row = rowOf(cid);
    if (row < 0)
        return;
    beginRemoveRows({}, row, row);
    m_entries.removeAt(row);
    endRemoveRows();
}

} // namespace salon
