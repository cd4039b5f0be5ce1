// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-gui/dialogs/outbox_delegate.h"

#include "shared/client-core/files/transfer_progress.h"
#include "shared/client-core/models/outbox_model.h"
#include "shared/client-core/text/time_text.h"

#include <QDateTime>

using namespace Qt::StringLiterals;

namespace salon {
namespace {

constexpr qsizetype LongestText = 400; ///< more than a line shows

bool hasFailed(const QModelIndex &index)
{
    return SendState(index.data(OutboxModel::SendStateRole).toInt()) == SendState::Failed;
}

/// Something that was written there before is delayed for a reason of its own (slow mode), and goes first.
bool waitsBehindAnother(const QModelIndex &index)
{
    const QVariant room = index.data(OutboxModel::RoomIdRole);
    for (int row = index.row() - 1; row >= 0; --row) {
        const QModelIndex before = index.siblingAtRow(row);
        if (before.data(OutboxModel::RoomIdRole) == room && !hasFailed(before)
            && !before.data(OutboxModel::ErrorRole).toString().isEmpty())
            return true;
    }
    return false;
}

} // namespace

OutboxDelegate::OutboxDelegate(Theme &theme, QObject *parent)
    : LinesDelegate(theme, { TextRole::Name, TextRole::Body, TextRole::Meta }, parent)
{
}

QString OutboxDelegate::stateText(const QModelIndex &index)
{
    const QString error = index.data(OutboxModel::ErrorRole).toString();
    if (!error.isEmpty())
        return error;
    switch (SendState(index.data(OutboxModel::SendStateRole).toInt())) {
    case SendState::Saving:
    case SendState::Queued:
        if (waitsBehindAnother(index))
            return tr("Waits for the message before it and is then sent by itself.");
        return tr("Waits for the connection and is then sent by itself.");
    case SendState::Uploading:
        if (const QVariant upload = index.data(UploadStateRole); upload == int(TransferProgress::Paused))
            return tr("Its files are paused. It goes on with the button in the conversation.");
        else if (upload == int(TransferProgress::Waiting))
            return tr("Waits for the connection and is then sent by itself.");
        return tr("Is being sent.");
    case SendState::Sending:
        return tr("Is being sent.");
    case SendState::Stored:
        return tr("Was sent.");
    case SendState::Failed:
        break;
    }
    return tr("Was not sent.");
}

LinesDelegate::Content OutboxDelegate::content(const QModelIndex &index) const
{
    const bool isFailed = hasFailed(index);
    const ColourRole state = isFailed ? ColourRole::Danger : ColourRole::Muted;
    const QString time
        = TimeText::brief(index.data(OutboxModel::CreatedRole).toLongLong(), QDateTime::currentDateTime());
    const QString text = index.data(OutboxModel::TextRole).toString().left(LongestText).simplified();
    return { isFailed ? u"alert"_s : u"queued"_s, state,
        { Line{ index.data(OutboxModel::RoomNameRole).toString(), ColourRole::Text, time }, Line{ text },
            Line{ stateText(index), state } } };
}

} // namespace salon
