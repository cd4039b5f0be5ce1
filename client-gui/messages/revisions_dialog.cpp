// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-gui/messages/revisions_dialog.h"

#include "shared/base/when_ready.h"
#include "shared/client-core/session/names_in_texts.h"
#include "shared/client-core/text/time_text.h"
#include "shared/client-core/workspace.h"
#include "shared/markup/format_text.h"
#include "shared/markup/plain_text.h"

namespace salon {

RevisionsDialog::RevisionsDialog(Theme &theme, Workspace &workspace, RoomId room, Seq seq, QWidget *parent)
    : ReadingDialog(theme, parent)
    , m_workspace(workspace)
{
    setObjectName(QStringLiteral("revisionsDialog"));
    whenReady(m_workspace.revisions(room, seq), this, [this](const Result<QList<Revision>> &revisions) {
        m_isLoading = false;
        if (revisions)
            m_revisions = *revisions;
        else
            showTrouble(revisions.error());
        showAll();
    });
    retranslateUi();
    applyTheme();
}

void RevisionsDialog::showAll()
{
    if (m_revisions.isEmpty()) {
        showSentence(m_isLoading ? tr("Loading…") : QString());
        return;
    }
    const MarkupNames names = namesInTexts(m_workspace.people(), m_workspace.rooms());
    QList<Entry> entries;
    for (qsizetype i = 0; i < m_revisions.size(); ++i) {
        const Revision &revision = m_revisions[i];
        const QString time = TimeText::full(revision.timeMs);
        //: Head of the present text of a message; %1 is a date and time
        entries.append({ i == 0 ? tr("Now, since %1").arg(time) : time,
            plainText(formatText(revision.text, revision.format, names)) });
    }
    showEntries(entries);
}

void RevisionsDialog::retranslateUi()
{
    ReadingDialog::retranslateUi();
    setHeading(tr("What this message said"));
    setReadingName(tr("Earlier texts of the message"));
    showAll();
}

} // namespace salon
