// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-gui/dialogs/people_dialogs.h"

#include "client-gui/app/theme.h"
#include "client-gui/dialogs/people_picker.h"
#include "shared/base/when_ready.h"
#include "shared/client-core/workspace.h"

#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace salon {

NewDirectDialog::NewDirectDialog(Theme &theme, Workspace &workspace, QWidget *parent)
    : SalonDialog(theme, parent)
    , m_workspace(workspace)
    , m_people(new PeoplePicker(theme, workspace, MaxOthers, this))
    , m_cancel(addCancel())
    , m_write(addPrimary())
{
    m_write->setObjectName(u"write"_s);
    m_write->setEnabled(false);
    m_people->setVisibleRows(7);
    content()->addWidget(m_people, 1);
    setTroubleLines(1);
    connect(
        m_people, &PeoplePicker::chosenChanged, this, [this] { m_write->setEnabled(!m_people->chosen().isEmpty()); });
    connect(m_people, &PeoplePicker::finished, m_write, &QPushButton::click);
    connect(m_write, &QPushButton::clicked, this, &NewDirectDialog::submit);
    m_people->setFocus();
    retranslateUi();
}

void NewDirectDialog::submit()
{
    clearTrouble();
    m_write->setEnabled(false);
    whenReady(m_workspace.openDirect(m_people->chosen()), this, [this](const Result<RoomId> &room) {
        m_write->setEnabled(true);
        if (!room) {
            showTrouble(room.error());
            return;
        }
        Q_EMIT opened(*room);
        accept();
    });
}

void NewDirectDialog::retranslateUi()
{
    setHeading(tr("New direct message"));
    m_people->setLabel(tr("To whom?"));
    m_cancel->setText(tr("Cancel"));
    //: Button that opens the conversation with the chosen people
    m_write->setText(tr("Write"));
}

InviteToRoomDialog::InviteToRoomDialog(Theme &theme, Workspace &workspace, RoomId room, QWidget *parent)
    : SalonDialog(theme, parent)
    , m_workspace(workspace)
    , m_room(room)
    , m_people(new PeoplePicker(theme, workspace, MaxAtOnce, this))
    , m_cancel(addCancel())
    , m_invite(addPrimary())
{
    m_invite->setObjectName(u"invite"_s);
    m_invite->setEnabled(false);
    m_people->setVisibleRows(7);
    content()->addWidget(m_people, 1);
    setTroubleLines(1);
    connect(
        m_people, &PeoplePicker::chosenChanged, this, [this] { m_invite->setEnabled(!m_people->chosen().isEmpty()); });
    connect(m_people, &PeoplePicker::finished, m_invite, &QPushButton::click);
    connect(m_invite, &QPushButton::clicked, this, &InviteToRoomDialog::submit);
    m_people->setFocus();
    retranslateUi();
    readMembers(0);
}

void InviteToRoomDialog::readMembers(quint32 offset)
{
    whenReady(m_workspace.listMembers(m_room, offset), this, [this, offset](const Result<MemberList> &page) {
        if (!page)
            return; // then members are offered too, and the server says so
        for (const MemberEntry &member : page->members)
            m_members.insert(member.profile.id);
        const quint32 read = offset + quint32(page->members.size());
        if (read < page->total && !page->members.isEmpty())
            readMembers(read);
        else
            m_people->setExcluded(m_members);
    });
}

void InviteToRoomDialog::submit()
{
    clearTrouble();
    m_invite->setEnabled(false);
    inviteNext(m_people->chosen());
}

void InviteToRoomDialog::inviteNext(QList<AccountId> left)
{
    if (left.isEmpty()) {
        accept();
        return;
    }
    const AccountId person = left.takeFirst();
    whenReady(m_workspace.invite(m_room, person), this, [this, person, left](const Result<> &invited) {
        if (!invited && invited.error().code != ErrorCode::AlreadyMember) {
            m_invite->setEnabled(true); // who is in has left the chips
            showTrouble(invited.error());
            return;
        }
        m_people->toggle(person);
        inviteNext(left);
    });
}

void InviteToRoomDialog::retranslateUi()
{
    setHeading(tr("Invite people to %1").arg(m_workspace.rooms().displayName(m_room)));
    m_people->setLabel(tr("Whom?"));
    m_cancel->setText(tr("Cancel"));
    m_invite->setText(tr("Invite"));
}

} // namespace salon
