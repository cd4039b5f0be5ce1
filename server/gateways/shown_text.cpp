// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "server/gateways/shown_text.h"

#include "shared/base/terminal_text.h"

#include <QStringList>

namespace salon::server {
namespace {

constexpr int MaxMarks = 8;

/// More of them in a row are no language's, and paint over the lines around.
QString withFewMarks(const QString &text)
{
    QString kept;
    kept.reserve(text.size());
    int marks = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const bool isPair = text.at(i).isHighSurrogate() && i + 1 < text.size() && text.at(i + 1).isLowSurrogate();
        const char32_t code = isPair ? QChar::surrogateToUcs4(text.at(i), text.at(i + 1)) : text.at(i).unicode();
        marks = QChar::isMark(code) ? marks + 1 : 0;
        if (marks <= MaxMarks)
            kept.append(QStringView(text).sliced(i, isPair ? 2 : 1));
        i += isPair ? 1 : 0;
    }
    return kept;
}

} // namespace

QString shownLine(const QString &text)
{
    QStringList parts = text.split(u'\t');
    for (QString &part : parts)
        part = safeLineForTerminal(part);
    return withFewMarks(parts.join(u'\t'));
}

} // namespace salon::server
