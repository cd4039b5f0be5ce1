// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "client-gui/files/image_decoder.h"
#include "shared/client-core/files/transfer_progress.h"
#include "shared/protocol/messages/history.h"

#include <QPixmap>

class QModelIndex;

namespace salon {

/// Where a timeline learns what became of the files of its messages. Everything is answered at once.
class AttachmentSource
{
public:
    struct Picture
    {
        enum class State
        {
            Away, ///< a click fetches it
            Coming,
            Ready,
            Broken
        };
        State state = State::Away;
        QPixmap pixmap{};
    };

    virtual ~AttachmentSource() = default;
    /// `row`: of a TimelineModel; `entry`: its file of that number. Waiting with total 0: nobody asked for it.
    [[nodiscard]] virtual TransferProgress progressOf(
        const QModelIndex &row, int file, const FileEntry &entry) const = 0;
    /// Of one's own files that are not stored yet, together.
    [[nodiscard]] virtual TransferProgress uploadOf(const QModelIndex &row) const = 0;
    /// A picture that is on the screen now: it may be fetched and decoded because of this.
    [[nodiscard]] virtual Picture pictureOf(
        const QModelIndex &row, int file, const FileEntry &entry, QSize pixels, ImageDecoder::Fit fit)
        = 0;
};

} // namespace salon
