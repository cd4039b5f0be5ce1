// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/base/file_name.h"

#include "shared/base/grapheme_cut.h"

#include <QRegularExpression>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace salon {
namespace {

constexpr qsizetype MaxExtensionBytes = 16;

bool isInvisible(char32_t c)
{
    const auto category = QChar::category(c);
    return category == QChar::Other_Control || category == QChar::Other_Format || category == QChar::Other_Surrogate
        || category == QChar::Separator_Line || category == QChar::Separator_Paragraph;
}

bool isForbidden(char32_t c)
{
    static constexpr QStringView reserved = u"<>:\"|?*";
    return isInvisible(c) || (c < 0x80 && reserved.contains(QChar(char16_t(c))));
}

/// Windows looks at what is in front of the first dot, whatever blanks follow.
bool isDevice(const QString &name)
{
    static const QRegularExpression devices(u"^(con|prn|aux|nul|conin\\$|conout\\$|com[0-9¹²³]|lpt[0-9¹²³]) *(\\.|$)"_s,
        QRegularExpression::CaseInsensitiveOption);
    return devices.match(name).hasMatch();
}

bool isEnd(QChar c)
{
    return c == u'.' || c == u' ';
}

QString trimmedEnds(QString name)
{
    while (!name.isEmpty() && isEnd(name.front()))
        name.remove(0, 1);
    while (!name.isEmpty() && isEnd(name.back()))
        name.chop(1);
    return name;
}

/// Keeps the extension, as it says what the file is.
QString shortened(const QString &name)
{
    if (name.toUtf8().size() <= MaxFileNameBytes)
        return name;
    const qsizetype dot = name.lastIndexOf(u'.');
    const QString extension = dot > 0 ? name.mid(dot) : QString();
    const qsizetype extensionBytes = extension.toUtf8().size();
    if (extensionBytes > MaxExtensionBytes)
        return trimmedEnds(cutAtGrapheme(name, MaxFileNameBytes));
    return trimmedEnds(cutAtGrapheme(name.left(dot < 0 ? name.size() : dot), MaxFileNameBytes - extensionBytes))
        + extension;
}

bool isAcceptable(const QString &name)
{
    const QList<uint> points = name.toUcs4();
    const bool isPrintable = std::ranges::none_of(
        points, [](char32_t c) { return isInvisible(c) || c == U'/' || c == U'\\' || c == U':'; });
    return isPrintable && name.isValidUtf16() && !name.isEmpty() && name.toUtf8().size() <= MaxFileNameBytes
        && !isEnd(name.front()) && !isEnd(name.back()) && !isDevice(name);
}

} // namespace

QString safeFileName(const QString &name)
{
    static const QRegularExpression separators(u"[/\\\\]"_s);
    QString safe;
    for (const char32_t c : name.mid(name.lastIndexOf(separators) + 1).toUcs4()) {
        if (!isForbidden(c))
            safe += QString::fromUcs4(&c, 1);
    }
    safe = trimmedEnds(safe);
    if (isDevice(safe))
        safe.prepend(u'_');
    safe = shortened(safe);
    return safe.isEmpty() ? u"file"_s : safe;
}

Result<> checkFileName(const QString &name)
{
    if (isAcceptable(name))
        return {};
    return fail(ErrorCode::InvalidFileName, {}, { safeFileName(name) });
}

Result<> checkFilePath(const QString &path)
{
    if (path.isEmpty())
        return {};
    const QStringList folders = path.split(u'/');
    if (path.toUtf8().size() <= MaxFilePathBytes && folders.size() <= MaxFolderDepth
        && std::ranges::all_of(folders, isAcceptable))
        return {};
    return fail(ErrorCode::InvalidFileName, {}, { safeFileName(path) });
}

} // namespace salon
