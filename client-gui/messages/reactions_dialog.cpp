// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-gui/messages/reactions_dialog.h"

#include "shared/base/when_ready.h"
#include "shared/client-core/workspace.h"

using namespace Qt::StringLiterals;

namespace salon {

ReactionsDialog::ReactionsDialog(Theme &theme, Workspace &workspace, RoomId room, Seq seq, QWidget *parent)
    : ReadingDialog(theme, parent)
    , m_workspace(workspace)
{
    setObjectName(u"reactionsDialog"_s);
    whenReady(m_workspace.reactionPeople(room, seq), this, [this](const Result<QList<ReactionPeople>> &reactions) {
        m_isLoading = false;
        if (reactions)
            m_reactions = *reactions;
        else
            showTrouble(reactions.error());
        showAll();
    });
    retranslateUi();
    applyTheme();
}

void ReactionsDialog::showAll()
{
    if (m_reactions.isEmpty()) {
        showSentence(m_isLoading ? tr("Loading…") : tr("Nobody reacts to this message any more."));
        return;
    }
    QList<Entry> entries;
    for (const ReactionPeople &reaction : std::as_const(m_reactions)) {
        QStringList names;
        for (const AccountId person : reaction.people)
            names.append(m_workspace.people().nameOf(person));
        if (const int others = int(reaction.count) - int(names.size()); others > 0)
            names.append(tr("%n other(s)", nullptr, others));
        entries.append(
            { tr("%n person(s)", nullptr, int(reaction.count)), reaction.emoji + u"  "_s + names.join(u", "_s) });
    }
    showEntries(entries);
}

void ReactionsDialog::retranslateUi()
{
    ReadingDialog::retranslateUi();
    setHeading(tr("Who reacted"));
    setReadingName(tr("People who reacted"));
    showAll();
}

} // namespace salon
