// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-gui/files/pasted_content.h"

#include "client-gui/files/image_decoder.h"

#include <QMimeData>
#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace salon {

namespace {

constexpr QLatin1StringView OctetStream("application/octet-stream");

/// One address and nothing else.
bool isAddress(const QString &text)
{
    constexpr qsizetype MostCharacters = 1 << 20; // a data: address may hold the whole picture
    const QString trimmed = text.size() > MostCharacters ? QString() : text.trimmed();
    if (trimmed.isEmpty() || std::ranges::any_of(trimmed, [](QChar c) { return c.isSpace(); }))
        return false;
    const auto begins = [&trimmed](const char *scheme) {
        return trimmed.startsWith(QLatin1StringView(scheme), Qt::CaseInsensitive);
    };
    return begins("http://") || begins("https://") || begins("data:image/") || begins("blob:");
}

bool hasPicture(const QMimeData &pasted)
{
    return pasted.hasImage() && (!pasted.hasText() || isAddress(pasted.text()));
}

/// Chromium gives the file itself of a picture of a page, and says what it is only by the markup beside it.
bool hasFileOfPicture(const QMimeData &pasted)
{
    return pasted.hasFormat(OctetStream) && pasted.hasHtml() && isAddress(pasted.text())
        && pasted.html().contains("<img "_L1, Qt::CaseInsensitive);
}

QImage pictureOf(const QMimeData &pasted)
{
    if (hasPicture(pasted))
        return pasted.imageData().value<QImage>();
    return hasFileOfPicture(pasted) ? ImageDecoder::decodeBytes(pasted.data(OctetStream)).value_or(QImage()) : QImage();
}

} // namespace

QStringList PastedContent::pathsOf(const QMimeData &pasted)
{
    QStringList paths;
    if (!pasted.hasUrls())
        return paths;
    const QList<QUrl> urls = pasted.urls();
    for (const QUrl &url : urls)
        if (url.isLocalFile())
            paths.append(url.toLocalFile());
    return paths;
}

bool PastedContent::hasFiles(const QMimeData &pasted)
{
    return !pathsOf(pasted).isEmpty() || hasPicture(pasted) || hasFileOfPicture(pasted);
}

PastedContent PastedContent::of(const QMimeData &pasted)
{
    PastedContent content;
    content.paths = pathsOf(pasted);
    if (content.paths.isEmpty())
        content.picture = pictureOf(pasted);
    return content;
}

} // namespace salon
