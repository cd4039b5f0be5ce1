// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/client-core/files/transfer_progress.h"
#include "shared/protocol/messages/history.h"

#include <QCoreApplication>
#include <QList>

#include <optional>

namespace salon {

struct TimelineRow;

/// What a person can do with one file of a message, or (SaveAll) with all of them.
enum class FileAction
{
    View, ///< a picture, large
    Open, ///< with the program that the system has for it
    Fetch, ///< onto this computer
    Pause,
    Resume,
    Cancel,
    SaveAs,
    ShowInFolder,
    CopyPicture,
    SaveAll,
    PauseUpload, ///< of the whole message, which is one's own
    ResumeUpload,
    CancelUpload
};

/// Which of these a file offers, their words and icons, and what is said of the file.
class FileOffer
{
    Q_DECLARE_TR_FUNCTIONS(salon::FileOffer)

public:
    /// It is shown as a picture: by its facts, and this computer can read its format.
    [[nodiscard]] static bool isPicture(const FileEntry &file);
    /// Nobody asked for it yet.
    [[nodiscard]] static bool isAway(const TransferProgress &progress);
    [[nodiscard]] static bool isUnderWay(const TransferProgress &progress);

    /// A dangerous file is never opened. `row`: the message that has it.
    [[nodiscard]] static QList<FileAction> of(
        const TimelineRow &row, const FileEntry &file, const TransferProgress &progress);
    /// What has a button on the card, at most three.
    [[nodiscard]] static QList<FileAction> buttons(
        const TimelineRow &row, const FileEntry &file, const TransferProgress &progress);
    /// What a click on it does. Open of a dangerous file leads to the reason why it is not.
    [[nodiscard]] static std::optional<FileAction> onClick(
        const TimelineRow &row, const FileEntry &file, const TransferProgress &progress);
    [[nodiscard]] static QString words(FileAction action);
    [[nodiscard]] static QString icon(FileAction action);

    /// "Photo été.jpg, 1600 × 1200, 47 KB"
    [[nodiscard]] static QString described(const FileEntry &file);
    /// The same without the name.
    [[nodiscard]] static QString facts(const FileEntry &file);
    /// "37 files, 4.2 MB"
    [[nodiscard]] static QString summed(const QList<FileEntry> &files);
    /// The second line of a card: size, or how far it came.
    [[nodiscard]] static QString state(const FileEntry &file, const TransferProgress &progress);
    /// The line under one's own unsent files.
    [[nodiscard]] static QString uploadState(const TransferProgress &progress);
    /// Between 0 and 1; below 0: nothing is under way.
    [[nodiscard]] static double share(const TransferProgress &progress);
    /// Of all of them together.
    [[nodiscard]] static TransferProgress summed(const QList<TransferProgress> &all);

private:
    [[nodiscard]] static QString amount(const TransferProgress &progress);
};

} // namespace salon
