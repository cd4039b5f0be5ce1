// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-gui/app/invitation_file.h"

#include "shared/protocol/join_link.h"

#include <QFile>
#include <QFileInfo>
#include <QStringDecoder>
#include <QUrl>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace salon {
namespace {

constexpr qint64 MaxFileSize = 4096;

} // namespace

std::optional<QString> invitationFileGiven(const QString &argument)
{
    if (argument.startsWith("file:"_L1, Qt::CaseInsensitive)) {
        const QUrl url(argument, QUrl::StrictMode);
        const bool isHere = url.host().isEmpty() || url.host() == "localhost"_L1;
        return isHere ? url.adjusted(QUrl::RemoveAuthority).toLocalFile() : QString();
    }
    if (argument.endsWith(".salon"_L1, Qt::CaseInsensitive) && QFileInfo(argument).isFile())
        return argument;
    return {};
}

std::optional<QString> readInvitationFile(const QString &path)
{
    if (path.contains(QChar(u'\0'))
        || !QFileInfo(path).isFile()) // a pipe would keep us waiting, a device could be endless
        return {};
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QByteArray bytes = file.read(MaxFileSize + 1);
    if (bytes.size() > MaxFileSize)
        return {};
    // Takes a byte order mark away; half a character at the end is an error.
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    QString text = decoder(bytes);
    if (decoder.hasError())
        return {};
    if (text.endsWith(u'\n'))
        text.chop(text.endsWith("\r\n"_L1) ? 2 : 1);
    const auto mayStand = [](QChar character) {
        return character > u' ' && character < QChar(0x7f);
    };
    if (!text.startsWith("salon://"_L1) || !std::all_of(text.cbegin(), text.cend(), mayStand) || !JoinLink::parse(text))
        return {};
    return text;
}

} // namespace salon
