// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/client-core/models/frame_log_model.h"
#include "shared/protocol/frame_view.h"

#include <QCoreApplication>
#include <functional>

namespace salon {

/// Frames and what is in them, in words.
class FrameWords
{
    Q_DECLARE_TR_FUNCTIONS(salon::FrameWords)

public:
    /// What people call an id: the room's or person's name. Type is "RoomId", "AccountId".
    using Names = std::function<QString(const QString &type, quint64 id)>;

    [[nodiscard]] static QString time(qint64 ms);
    [[nodiscard]] static QString direction(FrameLogModel::Direction direction);
    /// "SendMessage", "unknown (999)", "unreadable"; a step's name; "Connection to Office".
    [[nodiscard]] static QString title(const QModelIndex &row);
    /// Of a row that is no frame: what happens there.
    [[nodiscard]] static QString stepExplained(const QModelIndex &row);
    /// "Connection to Office": what the row is of; empty if that was not told.
    [[nodiscard]] static QString connection(const QModelIndex &row);

    [[nodiscard]] static QString byteKind(FrameByteKind kind);
    /// What the byte at `at` is there for, in a sentence.
    [[nodiscard]] static QString explained(const QByteArray &frame, const FrameView &view, qsizetype at);
    [[nodiscard]] static QString partName(const FramePart &part);
    /// At most about `longest` characters of a text or list of bytes.
    [[nodiscard]] static QString value(const FramePart &part, const Names &names, qsizetype longest);
    /// "00 00 00 2A", hidden bytes as dots; no more than `most` bytes.
    [[nodiscard]] static QString hex(const QByteArray &frame, const FrameView &view, qsizetype at, qsizetype size,
        qsizetype most = std::numeric_limits<qsizetype>::max());

    /// A whole row for the clipboard: what it is, its fields, its bytes.
    [[nodiscard]] static QString asText(const QModelIndex &row, const Names &names);

private:
    // Steps of a connection to a server, and of one with a device: what they are called, and what happens in them.
    [[nodiscard]] static QString step(SessionState state);
    [[nodiscard]] static QString stepExplained(SessionState state, int error);
    [[nodiscard]] static QString linkStep(SessionState state);
    [[nodiscard]] static QString linkStepExplained(SessionState state);
};

/// Text as it is, with what cannot be seen made visible: \n, \t, \u{202E}.
[[nodiscard]] QString visibleText(const QString &text);

} // namespace salon
