// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

// What Tab does in LibeditLineEditor.
#include "client-console/line_editor_libedit.h"

namespace salon::console {

unsigned char LibeditLineEditor::complete()
{
    if (!m_completer)
        return CC_ERROR;
    const QString line = typedLine();
    const qsizetype cursor = typedCursor();
    const Completions found = m_completer(line, cursor);
    if (found.candidates.isEmpty()) {
        if (found.hint.isEmpty())
            return CC_ERROR;
        listLines({ found.hint });
        return CC_REDISPLAY;
    }
    QString common = found.candidates.constFirst();
    for (const QString &candidate : found.candidates) {
        while (!candidate.startsWith(common, Qt::CaseInsensitive))
            common.chop(1);
    }
    const QString typed = line.mid(found.replaceFrom, cursor - found.replaceFrom);
    if (common.size() > typed.size() || found.candidates.size() == 1) {
        ::el_deletestr(m_editor, int(typed.toStdWString().size()));
        ::el_winsertstr(m_editor, common.toStdWString().c_str());
        return CC_REFRESH;
    }
    if (found.labels.isEmpty())
        listCandidates(found.candidates);
    else
        listLines(found.labels);
    return CC_REDISPLAY;
}

void LibeditLineEditor::listCandidates(const QStringList &candidates)
{
    QString shown;
    for (const QString &candidate : candidates)
        shown += candidate.trimmed() + QStringLiteral("  ");
    listLines({ shown.trimmed() });
}

void LibeditLineEditor::listLines(const QStringList &lines)
{
    const QByteArray bytes = lines.join(QLatin1Char('\n')).toUtf8();
    std::fputc('\n', stdout);
    std::fwrite(bytes.constData(), 1, size_t(bytes.size()), stdout);
    std::fputc('\n', stdout);
    std::fflush(stdout);
    m_statusRows = 0; // it stays behind, with the line that was typed
}

} // namespace salon::console
