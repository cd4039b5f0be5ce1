// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/client-core/files/cache_folder.h"

#include "shared/base/safe_file.h"
#include "shared/client-core/files/part_content.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace salon {
namespace {

constexpr int MaxMessages = 1000; ///< named with one content
constexpr qint64 MaxNamesBytes = 64 * 1024;
constexpr qint64 CopiedAtOnce = 1024 * 1024;

} // namespace

Result<> CacheFolder::make() const
{
    const auto onlyOwner = QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner;
    if (QDir(m_path).exists() || (QDir().mkpath(m_path) && QFile::setPermissions(m_path, onlyOwner)))
        return {};
    return fail(ErrorCode::CannotOpenFile, {}, { m_path });
}

QString CacheFolder::pathOf(const QByteArray &hash) const
{
    return m_path + u'/' + QString::fromLatin1(hash.toHex());
}

CachedContents CacheFolder::list() const
{
    static const QRegularExpression form(u"^([0-9a-f]{64})(\\.part)?$"_s);
    CachedContents contents;
    const QFileInfoList files = QDir(m_path).entryInfoList(QDir::Files | QDir::NoSymLinks);
    for (const QFileInfo &file : files) {
        const QRegularExpressionMatch match = form.match(file.fileName());
        if (!match.hasMatch())
            continue;
        const QByteArray hash = QByteArray::fromHex(match.captured(1).toLatin1());
        const bool isWhole = match.captured(2).isEmpty();
        const QSet<MessageName> messages = messagesOf(pathOf(hash) + u".of"_s);
        if (messages.isEmpty()) { // of no known message: nobody could ever forget it
            QFile::remove(file.filePath());
            continue;
        }
        CachedContent &content = contents[hash];
        if (content.isWhole)
            continue; // the part beside it is left over
        content.size = quint64(file.size());
        content.usedMs = file.lastModified().toMSecsSinceEpoch();
        content.isWhole = isWhole;
        content.messages = messages;
    }
    const QStringList names = QDir(m_path).entryList({ u"*.of"_s, u"*.of.*"_s }, QDir::Files);
    for (const QString &name : names) { // of what was never fetched, or is gone; or not written to its end
        if (!name.endsWith(".of"_L1) || !contents.contains(QByteArray::fromHex(name.chopped(3).toLatin1())))
            QFile::remove(m_path + u'/' + name);
    }
    return contents;
}

QSet<MessageName> CacheFolder::messagesOf(const QString &path) const
{
    QSet<MessageName> messages;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return messages;
    const QList<QByteArray> lines = file.read(MaxNamesBytes).split('\n');
    for (const QByteArray &line : lines) {
        const qsizetype space = line.indexOf(' ');
        const Seq seq = line.mid(space + 1).toLongLong();
        if (space > 0 && seq > 0 && messages.size() < MaxMessages)
            messages.insert({ RoomId{ line.first(space).toLongLong() }, seq });
    }
    return messages;
}

void CacheFolder::keepMessages(const QByteArray &hash, const QSet<MessageName> &messages) const
{
    QByteArray lines;
    for (const MessageName &message : messages)
        lines += QByteArray::number(message.first.value) + ' ' + QByteArray::number(message.second) + '\n';
    QSaveFile file(pathOf(hash) + u".of"_s); // on a full disk the names that were known stay
    if (file.open(QIODevice::WriteOnly)) {
        file.write(lines.first(std::min<qsizetype>(lines.size(), MaxNamesBytes)));
        file.commit();
    }
}

void CacheFolder::remove(const QByteArray &hash) const
{
    QFile::remove(pathOf(hash));
    QFile::remove(partOf(hash));
    QFile::remove(pathOf(hash) + u".of"_s);
}

void CacheFolder::touch(const QByteArray &hash) const
{
    QFile file(pathOf(hash));
    if (file.open(QIODevice::ReadWrite | QIODevice::ExistingOnly))
        file.setFileTime(QDateTime::currentDateTime(), QFileDevice::FileModificationTime);
}

bool CacheFolder::adopt(const QByteArray &hash, const QString &from) const
{
    QFile source;
    if (!make() || !safe_file::open(source, from, safe_file::Use::Read))
        return false;
    PartContent part(*this, hash, quint64(source.size()));
    QFile::remove(partOf(hash));
    if (!part.open())
        return false;
    while (!source.atEnd()) {
        const QByteArray piece = source.read(CopiedAtOnce);
        if (piece.isEmpty() || !part.write(piece))
            return false;
    }
    return part.finish().has_value();
}

} // namespace salon
