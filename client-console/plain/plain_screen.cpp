// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-console/plain/plain_screen.h"

#include "client-console/plain/hex_dump.h"
#include "shared/base/terminal_text.h"

#include <algorithm>
#include <cstdio>
#include <utility>

using namespace Qt::StringLiterals;

namespace salon::console {
namespace {

/// A line without an end is shown in pieces of this size.
constexpr qsizetype MaxLine = 16 * 1024;

QString printable(QByteArrayView message, bool &hasForeignBytes)
{
    PrintableBytes bytes;
    const QString text = bytes.feed(message) + bytes.finish();
    hasForeignBytes = bytes.hasForeignBytes();
    return text;
}

/// Not text in any encoding that has ASCII in it.
bool isBinary(QByteArrayView message)
{
    const auto isAscii = [](char byte) {
        return (byte >= 0x20 && byte < 0x7f) || byte == '\n' || byte == '\r' || byte == '\t';
    };
    return !message.isValidUtf8()
        && std::count_if(message.begin(), message.end(), isAscii) * 4 < qsizetype(3) * message.size();
}

} // namespace

PlainScreen::PlainScreen(PlainOptions::Show show, LineEditor *editor, const Ansi &ansi)
    : m_show(show)
    , m_editor(editor)
    , m_ansi(ansi)
{
    m_silence.setSingleShot(true);
    m_silence.setInterval(SilenceMs);
    connect(&m_silence, &QTimer::timeout, this, &PlainScreen::showHeld);
}

void PlainScreen::showPart(const QByteArray &bytes)
{
    switch (m_show) {
    case PlainOptions::Show::Raw:
        print(bytes);
        return;
    case PlainOptions::Show::Hex:
        showText(hexDump(bytes, m_offset));
        m_offset += quint64(bytes.size());
        return;
    case PlainOptions::Show::Text:
        break;
    }
    const QString text = m_stream.feed(bytes);
    if (m_stream.hasForeignBytes())
        hintOnce();
    if (!m_editor) {
        print(text.toUtf8());
        return;
    }
    m_line += text;
    const qsizetype end = m_line.size() > MaxLine ? m_line.size() - 1 : m_line.lastIndexOf(u'\n');
    if (end >= 0) {
        showText(m_line.first(end + 1));
        m_line.remove(0, end + 1);
    }
    m_silence.start();
}

void PlainScreen::showHeld()
{
    if (!m_line.isEmpty())
        showText(std::exchange(m_line, {}));
}

void PlainScreen::showMessage(const QByteArray &message, const QString &from)
{
    const QString sender = from.isEmpty() ? QString() : m_ansi.styled(Ansi::Style::Accent, from) + u": "_s;
    if (m_show == PlainOptions::Show::Raw) {
        print(message);
        return;
    }
    if (m_show == PlainOptions::Show::Hex || isBinary(message)) {
        showText((sender.isEmpty() ? QString() : sender + u'\n') + hexDump(message));
        return;
    }
    bool isForeign = false;
    const QString text = printable(message, isForeign);
    if (isForeign)
        hintOnce();
    showText(sender + text + (text.endsWith(u'\n') ? QString() : u"\n"_s));
}

void PlainScreen::showSent(const QByteArray &message)
{
    if (!m_editor)
        return;
    bool isForeign = false;
    const QString text = m_show == PlainOptions::Show::Hex
        ? hexDump(message).trimmed()
        : safeLineForTerminal(printable(message, isForeign).trimmed());
    m_editor->printAbove(m_ansi.styled(Ansi::Style::Muted, u"> "_s + QString(text).replace(u'\n', "\n> "_L1)));
}

void PlainScreen::finish()
{
    m_silence.stop();
    const QString rest = m_show == PlainOptions::Show::Text ? m_stream.finish() : QString();
    if (m_stream.hasForeignBytes())
        hintOnce();
    if (m_editor) {
        m_line += rest;
        showHeld();
    } else if (!rest.isEmpty()) {
        print(rest.toUtf8());
    }
}

void PlainScreen::notice(const QString &text)
{
    say(Ansi::Style::Muted, text);
}

void PlainScreen::problem(const QString &text)
{
    say(Ansi::Style::Danger, text);
}

void PlainScreen::hintOnce()
{
    if (!std::exchange(m_hasHinted, true))
        notice(tr("Bytes that are not UTF-8 are shown as \\xE9. Does the other program write another encoding? --hex "
                  "shows all bytes."));
}

void PlainScreen::say(Ansi::Style style, const QString &text)
{
    const QString shown = m_ansi.styled(style, safeForTerminal(text));
    if (m_editor) {
        m_editor->printProblem(shown);
        return;
    }
    std::fputs(qUtf8Printable(shown), stderr);
    std::fputc('\n', stderr);
    std::fflush(stderr);
}

void PlainScreen::showText(const QString &text)
{
    if (m_editor && m_show != PlainOptions::Show::Raw)
        m_editor->printAbove(text);
    else
        print(text.toUtf8());
}

void PlainScreen::print(const QByteArray &bytes)
{
    if (m_isBroken)
        return;
    const bool isWritten = std::fwrite(bytes.constData(), 1, size_t(bytes.size()), stdout) == size_t(bytes.size());
    if (isWritten && std::fflush(stdout) == 0)
        return;
    m_isBroken = true;
    QMetaObject::invokeMethod(this, &PlainScreen::broken, Qt::QueuedConnection);
}

} // namespace salon::console
