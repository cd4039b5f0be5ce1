// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "server/dispatch/message_files.h"

#include "server/domain/permissions.h"
#include "shared/base/file_name.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace salon::server {
namespace {

constexpr quint32 MaxSide = 65'535; ///< pixels that an image may claim
constexpr int HashBytes = 32;

/// What is no media type by RFC 6838 is none: readers must not meet anything else.
QString mediaTypeOf(const FileEntry &entry)
{
    static const QRegularExpression type(u"^[A-Za-z0-9][A-Za-z0-9!#$&^_.+-]*/[A-Za-z0-9][A-Za-z0-9!#$&^_.+-]*$"_s);
    return type.match(entry.mediaType).hasMatch() ? entry.mediaType.toLower() : QString();
}

Result<File> fileOf(const FileEntry &entry, bool isInFolder)
{
    if (entry.hash.size() != HashBytes)
        return fail(ErrorCode::MalformedMessage, {}, { u"SendMessage"_s, u"files"_s });
    if (const auto name = checkFileName(entry.name); !name)
        return fail(name.error());
    if (const auto path = checkFilePath(entry.path); !path)
        return fail(path.error());
    if (!entry.path.isEmpty() && !isInFolder)
        return fail(ErrorCode::InvalidFileName, {}, { entry.name });
    const bool hasSize = entry.width > 0 && entry.width <= MaxSide && entry.height > 0 && entry.height <= MaxSide;
    return File{ entry.hash, entry.name, entry.size, mediaTypeOf(entry), hasSize ? entry.width : 0,
        hasSize ? entry.height : 0, entry.path };
}

} // namespace

Result<> addFiles(
    const CommandContext &context, const Account &author, const Room &room, const SendMessage &message, Event &event)
{
    const FileSettings &limits = context.settings.files;
    if (message.files.isEmpty() && message.folder.isEmpty())
        return {};
    if (message.kind != EventKind::Message || message.files.isEmpty())
        return fail(ErrorCode::MalformedMessage, {}, { u"SendMessage"_s, u"files"_s });
    if (const auto may = checkPermission(Action::SendFiles, author.role, standingIn(room, author.id, true)); !may)
        return may;
    if (!context.files || !limits.enabled)
        return fail(ErrorCode::FilesNotAllowed);
    if (message.files.size() > limits.perMessage)
        return fail(ErrorCode::TooManyFiles, {}, { QString::number(limits.perMessage) });
    if (const auto folder = message.folder.isEmpty() ? Result<>() : checkFileName(message.folder); !folder)
        return folder;
    event.folder = message.folder;
    for (const FileEntry &entry : message.files) {
        auto file = fileOf(entry, !message.folder.isEmpty());
        if (!file)
            return fail(file.error());
        event.files.append(std::move(*file));
    }
    return {};
}

} // namespace salon::server
