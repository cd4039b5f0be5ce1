// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "client-gui/files/image_loader.h"
#include "client-gui/timeline/attachment_source.h"
#include "client-gui/timeline/file_offers.h"
#include "shared/base/cid.h"
#include "shared/client-core/files/downloads.h"
#include "shared/client-core/files/outgoing_file.h"

#include <QObject>
#include <QPersistentModelIndex>
#include <QPointer>
#include <QUrl>

#include <functional>

namespace salon {

class SettingsStore;
class Workspace;

/// The files of the messages of one room: what became of them, their pictures, and what a person does with them.
/// Dangerous files are never opened. Pictures that are seen are fetched by themselves when the person allows that.
class RoomFiles : public QObject, public AttachmentSource
{
    Q_OBJECT

public:
    /// Both outlive this.
    RoomFiles(ImageLoader &images, SettingsStore &settings, QObject *parent = nullptr);

    void setRoom(Workspace *workspace, RoomId room);
    /// For tests: what is done instead of giving a file or a folder to the system, and where files are saved.
    void setOpener(std::function<bool(const QUrl &)> opener) { m_opener = std::move(opener); }
    void setSaveFolder(const QString &folder) { m_saveFolder = folder; }

    [[nodiscard]] TransferProgress progressOf(const QModelIndex &row, int file, const FileEntry &entry) const override;
    [[nodiscard]] TransferProgress uploadOf(const QModelIndex &row) const override;
    [[nodiscard]] Picture pictureOf(
        const QModelIndex &row, int file, const FileEntry &entry, QSize pixels, ImageDecoder::Fit fit) override;

    /// Everything that needs no question; the rest is asked for by the signals. `file`: -1: all.
    void perform(FileAction action, const QModelIndex &row, int file);
    /// Copies one file, or (-1) all, to where the person said.
    void saveTo(const QModelIndex &row, int file, const QString &target);

    /// Where the content is on this computer; empty: not here.
    [[nodiscard]] QString localPath(const QModelIndex &row, int file, const FileEntry &entry) const;
    [[nodiscard]] static QByteArray pictureKey(const FileEntry &entry, const QString &path);
    [[nodiscard]] static QList<FileEntry> entriesOf(const QModelIndex &row);

Q_SIGNALS:
    /// Something is to be painted again.
    void changed();
    void viewWanted(const QModelIndex &row, int file);
    void saveWanted(const QModelIndex &row, int file);
    /// It could run something: the reason is to be said instead.
    void dangerMet(const QModelIndex &row, int file);
    void discardWanted(const salon::Cid &cid);
    void saved(const QString &path);
    void failed(const salon::Error &error);

private:
    [[nodiscard]] std::optional<FileEntry> entryAt(const QModelIndex &row, int file) const;
    [[nodiscard]] QString sentPath(const FileEntry &entry) const;
    [[nodiscard]] DownloadKey keyOf(const QModelIndex &row, int file) const;
    void fetchSeen();
    /// Calls `then` with a copy of the file that has its name; made in the folder for downloads when there is none yet.
    void withCopy(const QModelIndex &row, int file, std::function<void(const QString &)> then);
    void saveNext(const QString &folder, QList<std::pair<DownloadKey, QString>> left);
    void copyPicture(const QModelIndex &row, int file);
    void open(const QUrl &url);

    ImageLoader &m_images;
    SettingsStore &m_settings;
    QPointer<Workspace> m_workspace;
    RoomId m_room;
    std::function<bool(const QUrl &)> m_opener;
    QString m_saveFolder;
    QHash<DownloadKey, FileEntry> m_seen; ///< pictures to fetch as soon as nothing is being painted
    QSet<DownloadKey> m_refused; ///< stopped by the person, or failed: not fetched again by themselves
    mutable QHash<QByteArray, OutgoingFile> m_sent; ///< hash → one's own file, sent in this run
    QHash<QPair<QByteArray, QString>, QString> m_copies; ///< hash and name → where a copy was saved
};

/// Shows the folder that a file is in, with the file marked where the system can do that.
void showInFolder(const QString &path, const std::function<bool(const QUrl &)> &opener);

} // namespace salon
