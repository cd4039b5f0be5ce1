// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "server/app/operator_log.h"

#include "server/app/line_writer.h"
#include "shared/base/terminal_text.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>
#include <atomic>
#include <chrono>

using namespace Qt::StringLiterals;

namespace salon::server::operator_log {
namespace {

constexpr qsizetype MaxRecordBytes = 4096;
constexpr std::chrono::milliseconds FlushPatience(2000);

std::atomic<Format> outputFormat{ Format::Text };

/// Bytes of a long line that may stay, without half a character at the end.
qsizetype wholeCharacters(const QByteArray &line)
{
    qsizetype end = MaxRecordBytes;
    while (end > 0 && (uchar(line.at(end)) & 0xc0) == 0x80)
        --end;
    return end;
}

struct OperatorLogText
{
    Q_DECLARE_TR_FUNCTIONS(OperatorLogText)
};

using Weight = LineWriter::Weight;

QByteArray recordLine(const QString &level, const QString &category, const QString &message);

QByteArray lostNote(int lost)
{
    //: for the operator; %n is how many lines
    const QString sentence = OperatorLogText::tr("%n line(s) were lost here: nobody read this output.", nullptr, lost);
    return recordLine(u"warning"_s, u"salon.server"_s, sentence);
}

// Never destroyed: threads may write to the very end of the process.
LineWriter &standardOutput()
{
    static auto *const writer = new LineWriter(1, &lostNote);
    return *writer;
}

LineWriter &standardError()
{
    static auto *const writer = new LineWriter(2, &lostNote);
    return *writer;
}

void writeLine(LineWriter &writer, QByteArray line, Weight weight)
{
    if (line.size() > MaxRecordBytes)
        line = line.left(wholeCharacters(line)) + "…";
    writer.write(line.append('\n'), weight);
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

QByteArray recordLine(const QString &level, const QString &category, const QString &message)
{
    const auto now = QDateTime::currentDateTime();
    // Cut before it is put into JSON, so that the object stays whole.
    const QString safe = safeLineForTerminal(message.left(MaxRecordBytes / 2));
    if (outputFormat == Format::Json) {
        const QJsonObject record{ { u"time"_s, now.toUTC().toString(Qt::ISODateWithMs) }, { u"level"_s, level },
            { u"category"_s, category }, { u"message"_s, safe } };
        return QJsonDocument(record).toJson(QJsonDocument::Compact);
    }
    return (now.toString(u"yyyy-MM-dd HH:mm:ss "_s) + level + u' ' + category + u": "_s + safe).toUtf8();
}

void handleMessage(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    const auto category = QString::fromLatin1(context.category ? context.category : "default");
    const bool isFatal = type == QtFatalMsg;
    writeLine(standardError(), recordLine(levelName(type), category, message), isFatal ? Weight::Heavy : Weight::Light);
    if (isFatal)
        flush(); // the process ends behind this
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
        writeLine(standardOutput(), line.toUtf8(), Weight::Heavy);
}

void event(const QString &sentence)
{
    if (outputFormat == Format::Json) {
        writeLine(standardError(), recordLine(u"info"_s, u"salon.event"_s, sentence), Weight::Light);
        return;
    }
    message(sentence);
}

void message(const QString &line)
{
    const QString time = QDateTime::currentDateTime().toString(u"yyyy-MM-dd HH:mm:ss  "_s);
    writeLine(standardOutput(), (time + safeLineForTerminal(line)).toUtf8(), Weight::Light);
}

void failure(const QString &sentence)
{
    writeLine(standardError(),
        outputFormat == Format::Json ? recordLine(u"error"_s, u"salon.server"_s, sentence)
                                     : u"salon-server: "_s.append(safeLineForTerminal(sentence)).toUtf8(),
        Weight::Heavy);
}

void forPrograms(const QByteArray &line)
{
    writeLine(standardOutput(), line, Weight::Heavy);
}

void flush()
{
    // Both together, so that two stuck ones cost no more than one.
    const auto until = std::chrono::steady_clock::now() + FlushPatience;
    for (LineWriter *writer : { &standardOutput(), &standardError() }) {
        const auto left = until - std::chrono::steady_clock::now();
        writer->flush(std::max(std::chrono::milliseconds(0), duration_cast<std::chrono::milliseconds>(left)));
    }
}

} // namespace salon::server::operator_log
