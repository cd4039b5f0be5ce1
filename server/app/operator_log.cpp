// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "server/app/operator_log.h"

#include "shared/base/terminal_text.h"

#include <QDateTime>
#include <QJsonDocument>
#include <QJsonObject>
#include <atomic>
#include <cstdio>
#include <mutex>

using namespace Qt::StringLiterals;

namespace salon::server::operator_log {
namespace {

constexpr qsizetype MaxRecordBytes = 4096;

std::atomic<Format> outputFormat{ Format::Text };

/// Bytes of a long line that may stay, without half a character at the end.
qsizetype wholeCharacters(const QByteArray &line)
{
    qsizetype end = MaxRecordBytes;
    while (end > 0 && (uchar(line.at(end)) & 0xc0) == 0x80)
        --end;
    return end;
}

void writeLine(std::FILE *stream, QByteArray line)
{
    static std::mutex lines;
    if (line.size() > MaxRecordBytes)
        line = line.left(wholeCharacters(line)) + "…";
    line.append('\n');
    const std::lock_guard lock(lines);
    std::fwrite(line.constData(), 1, size_t(line.size()), stream);
    std::fflush(stream);
}

QString levelName(QtMsgType type)
{
    switch (type) {
    case QtDebugMsg:
        return u"debug"_s;
    case QtInfoMsg:
        return u"info"_s;
    case QtWarningMsg:
        return u"warning"_s;
    case QtCriticalMsg:
    case QtFatalMsg:
        break;
    }
    return u"error"_s;
}

void writeRecord(const QString &level, const QString &category, const QString &message)
{
    const auto now = QDateTime::currentDateTime();
    // Cut before it is put into JSON, so that the object stays whole.
    const QString safe = safeLineForTerminal(message.left(MaxRecordBytes / 2));
    if (outputFormat == Format::Json) {
        const QJsonObject record{ { u"time"_s, now.toUTC().toString(Qt::ISODateWithMs) }, { u"level"_s, level },
            { u"category"_s, category }, { u"message"_s, safe } };
        writeLine(stderr, QJsonDocument(record).toJson(QJsonDocument::Compact));
        return;
    }
    writeLine(stderr, (now.toString(u"yyyy-MM-dd HH:mm:ss "_s) + level + u' ' + category + u": "_s + safe).toUtf8());
}

void handleMessage(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    writeRecord(levelName(type), QString::fromLatin1(context.category ? context.category : "default"), message);
}

} // namespace

void install()
{
    qInstallMessageHandler(&handleMessage);
}

void setFormat(Format format)
{
    outputFormat = format;
}

void say(const QString &text)
{
    for (const QString &line : safeForTerminal(text).split(u'\n'))
        writeLine(stdout, line.toUtf8());
}

void event(const QString &sentence)
{
    if (outputFormat == Format::Json) {
        writeRecord(u"info"_s, u"salon.event"_s, sentence);
        return;
    }
    const QString time = QDateTime::currentDateTime().toString(u"yyyy-MM-dd HH:mm:ss  "_s);
    writeLine(stdout, (time + safeLineForTerminal(sentence)).toUtf8());
}

void failure(const QString &sentence)
{
    if (outputFormat == Format::Json)
        writeRecord(u"error"_s, u"salon.server"_s, sentence);
    else
        writeLine(stderr, u"salon-server: "_s.append(safeLineForTerminal(sentence)).toUtf8());
}

void forPrograms(const QByteArray &line)
{
    writeLine(stdout, line);
}

} // namespace salon::server::operator_log
