// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-gui/messages/seen_by_dialog.h"

#include "shared/client-core/workspace.h"

using namespace Qt::StringLiterals;

namespace salon {

SeenByDialog::SeenByDialog(Theme &theme, Workspace &workspace, RoomId room, Seq seq, QWidget *parent)
    : ReadingDialog(theme, parent)
    , m_workspace(workspace)
    , m_room(room)
    , m_seq(seq)
{
    setObjectName(u"seenByDialog"_s);
    connect(&workspace.seen(), &SeenBy::changed, this, [this](RoomId changed) {
        if (changed == m_room)
            showPeople();
    });
    connect(&workspace.rooms(), &Rooms::removed, this, [this](RoomId removed) {
        if (removed == m_room)
            reject();
    });
    retranslateUi();
    applyTheme();
}

void SeenByDialog::showPeople()
{
    const QList<AccountId> people = m_workspace.seen().seenBy(m_room, m_seq);
    QList<Entry> entries;
    for (const AccountId person : people) {
        const Profile *profile = m_workspace.people().find(person);
        entries.append({ profile ? u'@' + profile->login : QString(), m_workspace.people().nameOf(person) });
    }
    if (entries.isEmpty())
        showSentence(tr("Nobody yet, as far as they show it."));
    else
        showEntries(entries);
}

void SeenByDialog::retranslateUi()
{
    ReadingDialog::retranslateUi();
    setHeading(tr("Who has seen this message"));
    setReadingName(tr("People who have seen the message"));
    showPeople();
}

} // namespace salon
