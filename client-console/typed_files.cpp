// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-console/typed_files.h"

#include <QDir>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace salon::console {
namespace {

#ifdef Q_OS_WIN
constexpr bool BackslashQuotes = false; // it stands between folders
#else
constexpr bool BackslashQuotes = true;
#endif

struct Word
{
    QString text{};
    qsizetype start = 0;
    qsizetype end = 0; ///< where it ends in the line; quotation marks belong to it
    bool isQuoted = false;
};

/// The next word at or after `from`; without text and quotes, there is none.
Word wordAt(const QString &line, qsizetype from)
{
    Word word;
    while (from < line.size() && line[from].isSpace())
        ++from;
    word.start = from;
    QChar quote;
    for (; from < line.size(); ++from) {
        const QChar c = line[from];
        if (!quote.isNull() && c == quote) {
            quote = {};
        } else if (quote.isNull() && word.text.isEmpty() && (c == u'"' || c == u'\'')) {
            quote = c;
            word.isQuoted = true;
        } else if (quote.isNull() && c.isSpace()) {
            break;
        } else if (BackslashQuotes && quote.isNull() && c == u'\\' && from + 1 < line.size()) {
            word.text += line[++from];
        } else {
            word.text += c;
        }
    }
    word.end = from;
    return word;
}

bool looksLikePath(const Word &word)
{
    const qsizetype dot = word.text.lastIndexOf(u'.');
    return word.isQuoted || word.text.contains(u'/') || word.text.startsWith(u'~')
        || (dot > 0 && dot + 1 < word.text.size());
}

} // namespace

QString expandedPath(const QString &typed)
{
    return typed == "~"_L1 || typed.startsWith("~/"_L1) ? QDir::homePath() + typed.mid(1) : typed;
}

QString absolutePath(const QString &typed)
{
    return QDir::cleanPath(QFileInfo(expandedPath(typed)).absoluteFilePath());
}

TypedFiles readTypedFiles(const QString &argument, const std::function<bool(const QString &path)> &exists)
{
    TypedFiles read;
    qsizetype at = 0;
    while (true) {
        const Word word = wordAt(argument, at);
        if (word.text.isEmpty() && !word.isQuoted)
            return read;
        if (word.text == "--"_L1 && !word.isQuoted) {
            read.caption = argument.mid(word.end).trimmed();
            return read;
        }
        const QString path = absolutePath(word.text);
        if (!word.text.isEmpty() && exists(path)) {
            read.paths.append(path);
        } else if (read.paths.isEmpty() || looksLikePath(word)) {
            read.missing = word.text;
            return read;
        } else {
            read.caption = argument.mid(word.start).trimmed();
            return read;
        }
        at = word.end;
    }
}

TypedFiles readTypedFiles(const QString &argument)
{
    return readTypedFiles(argument, [](const QString &path) { return QFileInfo::exists(path); });
}

QString typedFolder(const QString &argument)
{
    const QString typed = argument.trimmed();
    const Word word = wordAt(typed, 0);
    return absolutePath(word.end == typed.size() ? word.text : typed);
}

QStringList pathCompletions(const QString &line, qsizetype cursor, qsizetype &start, int limit)
{
    const QString before = line.left(cursor);
    Word last = wordAt(before, before.indexOf(u' ') + 1);
    while (last.end < before.size())
        last = wordAt(before, last.end);
    start = last.start;
    const qsizetype slash = last.text.lastIndexOf(u'/');
    const QString folder = last.text.left(slash + 1);
    const QString name = last.text.mid(slash + 1);
    const QDir dir(absolutePath(folder.isEmpty() ? u"."_s : folder));
    QDir::Filters filters = QDir::AllEntries | QDir::NoDotAndDotDot;
    if (name.startsWith(u'.'))
        filters |= QDir::Hidden;
    QStringList found;
    for (const QFileInfo &info : dir.entryInfoList(filters, QDir::Name)) {
        if (!info.fileName().startsWith(name) || found.size() >= limit)
            continue;
        const QString path = folder + info.fileName() + (info.isDir() ? u"/"_s : u""_s);
        const bool needsQuotes = last.isQuoted || path.contains(u' ') || path.contains(u'\\') || path.contains(u'\'');
        if (needsQuotes)
            found.append(u'"' + path + (info.isDir() ? u""_s : u"\" "_s));
        else
            found.append(info.isDir() ? path : path + u' ');
    }
    return found;
}

} // namespace salon::console
