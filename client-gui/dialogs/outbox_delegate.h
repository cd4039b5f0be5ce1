// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "client-gui/dialogs/lines_delegate.h"

namespace salon {

/// An unsent message in three lines: room and time, the beginning of its text, what becomes of it.
class OutboxDelegate : public LinesDelegate
{
    Q_OBJECT

public:
    /// Paused, Waiting (for the connection) or Running of TransferProgress::State, as int: the files of an entry. What
    /// has no such role is taken as being sent.
    static constexpr int UploadStateRole = Qt::UserRole + 1000;

    OutboxDelegate(Theme &theme, QObject *parent);

    /// "Waiting", "Being sent" or the reason why not; in the language of now.
    [[nodiscard]] static QString stateText(const QModelIndex &index);

protected:
    [[nodiscard]] Content content(const QModelIndex &index) const override;
};

} // namespace salon
