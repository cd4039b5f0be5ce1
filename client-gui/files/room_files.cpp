// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-gui/files/room_files.h"

#include "shared/base/file_name.h"
#include "shared/base/free_name.h"
#include "shared/base/when_ready.h"
#include "shared/client-core/files/file_kind.h"
#include "shared/client-core/workspace.h"

#include <QClipboard>
#include <QDateTime>
#include <QDesktopServices>
#include <QDir>
#include <QFileInfo>
#include <QGuiApplication>
#include <QProcess>
#include <QStandardPaths>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace salon {

RoomFiles::RoomFiles(ImageLoader &images, SettingsStore &settings, QObject *parent)
    : QObject(parent)
    , m_images(images)
    , m_settings(settings)
    , m_opener(&QDesktopServices::openUrl)
{
    connect(&images, &ImageLoader::loaded, this, &RoomFiles::changed);
    connect(&settings, &SettingsStore::changed, this, &RoomFiles::changed);
}

void RoomFiles::setRoom(Workspace *workspace, RoomId room)
{
    if (m_workspace)
        m_workspace->downloads().disconnect(this);
    m_workspace = workspace;
    m_room = room;
    m_seen.clear();
    m_refused.clear();
    if (!workspace)
        return;
    connect(&workspace->downloads(), &Downloads::changed, this, [this](const DownloadKey &key) {
        if (key.room != m_room || !m_workspace)
            return;
        if (m_workspace->downloads().progress(key).state == TransferProgress::Failed)
            m_refused.insert(key);
        Q_EMIT changed();
    });
    connect(&workspace->downloads(), &Downloads::localChanged, this, [this](const QByteArray &hash) {
        m_images.forget(hash);
        Q_EMIT changed();
    });
}

QList<FileEntry> RoomFiles::entriesOf(const QModelIndex &row)
{
    return row.data(TimelineModel::FilesRole).value<QList<FileEntry>>();
}

std::optional<FileEntry> RoomFiles::entryAt(const QModelIndex &row, int file) const
{
    const QList<FileEntry> entries = entriesOf(row);
    return file >= 0 && file < entries.size() ? std::optional(entries[file]) : std::nullopt;
}

DownloadKey RoomFiles::keyOf(const QModelIndex &row, int file) const
{
    return { m_room, row.data(TimelineModel::SeqRole).toLongLong(), file };
}

TransferProgress RoomFiles::progressOf(const QModelIndex &row, int file, const FileEntry &entry) const
{
    const DownloadKey key = keyOf(row, file);
    // One's own that is not stored yet was chosen on this computer.
    if (key.seq > 0 && localPath(row, file, entry).isEmpty())
        return m_workspace ? m_workspace->downloads().progress(key) : TransferProgress();
    TransferProgress here;
    here.state = TransferProgress::Done;
    return here;
}

TransferProgress RoomFiles::uploadOf(const QModelIndex &row) const
{
    return row.data(TimelineModel::UploadRole).value<TransferProgress>();
}

QString RoomFiles::localPath(const QModelIndex &row, int file, const FileEntry &entry) const
{
    if (!m_workspace)
        return {};
    if (row.data(TimelineModel::SeqRole).toLongLong() > 0) {
        const QString fetched = m_workspace->downloads().localPath(entry.hash);
        return fetched.isEmpty() ? sentPath(entry) : fetched;
    }
    const OutboxEntry *own = m_workspace->outbox().find(row.data(TimelineModel::CidRole).toUuid());
    if (!own || file >= own->files.size())
        return {};
    const OutgoingFile &sent = own->files[file];
    if (isForwarded(sent))
        return m_workspace->downloads().localPath(sent.hash);
    if (!sent.hash.isEmpty() && !sent.isTemporary)
        m_sent.insert(sent.hash, sent);
    return sent.path;
}

/// What is too large for the cache is not fetched back from the server while it lies where it was.
QString RoomFiles::sentPath(const FileEntry &entry) const
{
    const auto sent = m_sent.constFind(entry.hash);
    if (sent == m_sent.constEnd())
        return {};
    const QFileInfo now(sent->path);
    const bool isSame = now.isFile() && quint64(now.size()) == entry.size
        && now.lastModified().toMSecsSinceEpoch() == sent->modifiedMs;
    return isSame ? sent->path : QString();
}

QByteArray RoomFiles::pictureKey(const FileEntry &entry, const QString &path)
{
    return entry.hash.isEmpty() ? path.toUtf8() : entry.hash;
}

AttachmentSource::Picture RoomFiles::pictureOf(
    const QModelIndex &row, int file, const FileEntry &entry, QSize pixels, ImageDecoder::Fit fit)
{
    const QString path = localPath(row, file, entry);
    if (path.isEmpty()) {
        const DownloadKey key = keyOf(row, file);
        const TransferProgress progress = progressOf(row, file, entry);
        if (FileOffer::isUnderWay(progress))
            return { Picture::State::Coming, {} };
        const quint64 most = quint64(m_settings.current().fetchesPicturesMb) * 1024 * 1024;
        const bool isWanted = entry.size <= most && FileOffer::isAway(progress) && !m_refused.contains(key);
        if (!isWanted)
            return { Picture::State::Away, {} };
        if (m_seen.isEmpty()) // later: painting must not change anything
            QMetaObject::invokeMethod(this, &RoomFiles::fetchSeen, Qt::QueuedConnection);
        m_seen.insert(key, entry);
        return { Picture::State::Coming, {} };
    }
    const ImageLoader::Picture loaded = m_images.picture(pictureKey(entry, path), path, pixels, fit);
    switch (loaded.state) {
    case ImageLoader::State::Ready:
        return { Picture::State::Ready, loaded.pixmap };
    case ImageLoader::State::Broken:
        return { Picture::State::Broken, {} };
    case ImageLoader::State::Loading:
        break;
    }
    return { Picture::State::Coming, {} };
}

void RoomFiles::fetchSeen()
{
    const auto seen = std::exchange(m_seen, {});
    for (auto it = seen.cbegin(); it != seen.cend() && m_workspace; ++it)
        m_workspace->downloads().fetch(it.key(), it.value());
}

void RoomFiles::perform(FileAction action, const QModelIndex &row, int file)
{
    const Cid cid = row.data(TimelineModel::CidRole).toUuid();
    const DownloadKey key = keyOf(row, file);
    const std::optional<FileEntry> entry = entryAt(row, file);
    if (!m_workspace || (!entry && file >= 0))
        return;
    switch (action) {
    case FileAction::View:
        if (localPath(row, file, *entry).isEmpty())
            m_workspace->downloads().fetch(key, *entry); // it comes into its place; a second click shows it large
        else
            Q_EMIT viewWanted(row, file);
        break;
    case FileAction::Open:
        if (isDangerous(*entry))
            Q_EMIT dangerMet(row, file);
        else
            withCopy(row, file, [this](const QString &path) { open(QUrl::fromLocalFile(path)); });
        break;
    case FileAction::Fetch:
    case FileAction::Resume:
        m_refused.remove(key);
        m_workspace->downloads().fetch(key, *entry);
        break;
    case FileAction::Pause:
        m_workspace->downloads().pause(key);
        break;
    case FileAction::Cancel:
        m_refused.insert(key);
        m_workspace->downloads().cancel(key);
        break;
    case FileAction::SaveAs:
    case FileAction::SaveAll:
        Q_EMIT saveWanted(row, file);
        break;
    case FileAction::ShowInFolder:
        withCopy(row, file, [this](const QString &path) { showInFolder(path, m_opener); });
        break;
    case FileAction::CopyPicture:
        copyPicture(row, file);
        break;
    case FileAction::PauseUpload:
        m_workspace->pauseTransfer(cid);
        break;
    case FileAction::ResumeUpload:
        m_workspace->resumeTransfer(cid);
        break;
    case FileAction::CancelUpload:
        Q_EMIT discardWanted(cid);
        break;
    }
    Q_EMIT changed();
}

void RoomFiles::withCopy(const QModelIndex &row, int file, std::function<void(const QString &)> then)
{
    const std::optional<FileEntry> entry = entryAt(row, file);
    if (!entry || !m_workspace)
        return;
    const QPair<QByteArray, QString> what(entry->hash, entry->name);
    const QFileInfo known(m_copies.value(what));
    if (known.isFile() && quint64(known.size()) == entry->size) {
        then(known.filePath());
        return;
    }
    const QString folder
        = m_saveFolder.isEmpty() ? QStandardPaths::writableLocation(QStandardPaths::DownloadLocation) : m_saveFolder;
    QDir().mkpath(folder);
    whenReady(m_workspace->saveFile(keyOf(row, file), folder), this,
        [this, what, then = std::move(then)](const Result<QString> &path) {
            if (!path) {
                Q_EMIT failed(path.error());
                return;
            }
            m_copies.insert(what, *path);
            Q_EMIT saved(*path);
            then(*path);
        });
}

void RoomFiles::saveTo(const QModelIndex &row, int file, const QString &target)
{
    if (!m_workspace)
        return;
    const QList<FileEntry> entries = entriesOf(row);
    if (file >= 0) {
        saveNext(target, { { keyOf(row, file), target } });
        return;
    }
    QString folder = target;
    if (const QString name = row.data(TimelineModel::FolderRole).toString(); !name.isEmpty()) {
        folder = target + u'/' + safeFileName(name);
        if (isNameTaken(folder))
            folder = freeName(folder);
    }
    QList<std::pair<DownloadKey, QString>> all;
    for (int i = 0; i < entries.size(); ++i) {
        QString place = folder;
        const QStringList parts = entries[i].path.split(u'/', Qt::SkipEmptyParts);
        for (const QString &part : parts)
            place += u'/' + safeFileName(part); // a peer's words: never up, never elsewhere
        if (!QDir().mkpath(place)) {
            Q_EMIT failed(Error{ ErrorCode::CannotOpenFile, {}, { place } });
            return;
        }
        all.append({ keyOf(row, i), place });
    }
    saveNext(folder, all);
}

/// One after the other: they come through one connection, and the first that fails ends it.
void RoomFiles::saveNext(const QString &folder, QList<std::pair<DownloadKey, QString>> left)
{
    if (!m_workspace || left.isEmpty())
        return;
    const auto [key, place] = left.takeFirst();
    whenReady(m_workspace->saveFile(key, place), this, [this, folder, left](const Result<QString> &path) {
        if (!path)
            Q_EMIT failed(path.error());
        else if (!left.isEmpty())
            saveNext(folder, left);
        else
            Q_EMIT saved(QFileInfo(folder).isDir() ? folder : *path);
        Q_EMIT changed();
    });
}

void RoomFiles::copyPicture(const QModelIndex &row, int file)
{
    const std::optional<FileEntry> entry = entryAt(row, file);
    const QString path = entry ? localPath(row, file, *entry) : QString();
    if (path.isEmpty())
        return;
    whenReady(m_images.lane().run([path] { return ImageDecoder::decode(path, {}); }), this,
        [this](const Result<QImage> &image) {
            if (image)
                QGuiApplication::clipboard()->setImage(*image);
            else
                Q_EMIT failed(image.error());
        });
}

void RoomFiles::open(const QUrl &url)
{
    if (!m_opener(url))
        showInFolder(url.toLocalFile(), m_opener); // no program for it
}

void showInFolder(const QString &path, const std::function<bool(const QUrl &)> &opener)
{
#if defined(Q_OS_WIN)
    if (QProcess::startDetached(u"explorer.exe"_s, { u"/select,"_s + QDir::toNativeSeparators(path) }))
        return;
#elif defined(Q_OS_MACOS)
    if (QProcess::startDetached(u"open"_s, { u"-R"_s, path }))
        return;
#endif
    opener(QUrl::fromLocalFile(QFileInfo(path).isDir() ? path : QFileInfo(path).absolutePath()));
}

} // namespace salon
