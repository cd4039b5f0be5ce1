// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-gui/files/pasted_content.h"

#include <QMimeData>
#include <QUrl>

namespace salon {

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
    return !pathsOf(pasted).isEmpty() || (pasted.hasImage() && !pasted.hasText());
}

PastedContent PastedContent::of(const QMimeData &pasted)
{
    PastedContent content;
    content.paths = pathsOf(pasted);
    if (content.paths.isEmpty() && pasted.hasImage() && !pasted.hasText())
        content.picture = pasted.imageData().value<QImage>();
    return content;
}

} // namespace salon
