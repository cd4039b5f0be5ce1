// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "client-console/ansi.h"
#include "client-console/line_editor.h"
#include "client-console/plain/plain_options.h"
#include "client-console/plain/printable_bytes.h"

#include <QCoreApplication>
#include <QObject>
#include <QTimer>

namespace salon::console {

/// Shows what comes in a plain conversation, as text that is safe, in hex, or raw. With an editor, for a person: in
/// whole lines above the one being typed; what came without a line end is shown after a short silence. Without, for
/// programs: on standard output as it comes. What the program itself says goes to standard error.
class PlainScreen : public QObject
{
    Q_OBJECT

public:
    static constexpr int SilenceMs = 200;

    /// `editor`: may be nullptr.
    PlainScreen(PlainOptions::Show show, LineEditor *editor, const Ansi &ansi);

    /// Of a stream.
    void showPart(const QByteArray &bytes);
    /// A message with an end of its own; `from` if several may write. One that is no text at all (a hash, a picture) is
    /// shown in hex unasked.
    void showMessage(const QByteArray &message, const QString &from);
    /// What a person typed, which the editor took away.
    void showSent(const QByteArray &message);
    /// What was held back: nothing more comes.
    void finish();
    void notice(const QString &text);
    void problem(const QString &text);

Q_SIGNALS:
    /// Standard output takes nothing more.
    void broken();

private:
    void showText(const QString &text);
    void showHeld();
    void print(const QByteArray &bytes);
    void say(Ansi::Style style, const QString &text);
    void hintOnce();

    PlainOptions::Show m_show;
    LineEditor *m_editor;
    Ansi m_ansi;
    PrintableBytes m_stream;
    QString m_line; ///< begun and not shown yet
    QTimer m_silence;
    quint64 m_offset = 0; ///< in the stream, for hex
    bool m_hasHinted = false;
    bool m_isBroken = false;
};

} // namespace salon::console
