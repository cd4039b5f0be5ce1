// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-gui/dialogs/room_properties_dialog.h"

#include "client-gui/app/theme.h"
#include "client-gui/dialogs/form_field.h"
#include "client-gui/members/bans_dialog.h"
#include "client-gui/widgets/text_label.h"
#include "shared/base/text_checks.h"
#include "shared/base/when_ready.h"
#include "shared/client-core/text/people_text.h"
#include "shared/client-core/workspace.h"

#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace salon {

RoomPropertiesDialog::RoomPropertiesDialog(Theme &theme, Workspace &workspace, RoomId room, QWidget *parent)
    : SalonDialog(theme, parent)
    , m_workspace(workspace)
    , m_room(room)
    , m_kind(new TextLabel(theme, TextRole::Body, ColourRole::Text, this))
    , m_members(new TextLabel(theme, TextRole::Body, ColourRole::Muted, this))
    , m_name(new QLineEdit(this))
    , m_topic(new QLineEdit(this))
    , m_nameField(new FormField(theme, m_name, 2, this))
    , m_topicField(new FormField(theme, m_topic, 1, this))
    , m_bans(addSide())
    , m_cancel(addCancel())
    , m_save(addPrimary())
{
    m_name->setObjectName(u"roomName"_s);
    m_topic->setObjectName(u"roomTopic"_s);
    m_save->setObjectName(u"save"_s);
    m_bans->setObjectName(u"bans"_s);
    m_kind->setWordWrap(true);
    m_nameField->setVisible(!isDirect());
    content()->addWidget(m_kind);
    content()->addWidget(m_members);
    content()->addWidget(m_nameField);
    content()->addWidget(m_topicField);
    content()->addStretch(1);
    setTroubleLines(1);
    connect(m_save, &QPushButton::clicked, this, &RoomPropertiesDialog::submit);
    connect(m_bans, &QPushButton::clicked, this,
        [this] { (new BansDialog(this->theme(), m_workspace, m_room, this))->open(); });
    connect(m_name, &QLineEdit::textEdited, m_nameField, &FormField::clearTrouble);
    connect(m_topic, &QLineEdit::textEdited, m_topicField, &FormField::clearTrouble);
    connect(&workspace.rooms(), &Rooms::changed, this, [this](RoomId changed) {
        if (changed == m_room)
            showRoom();
    });
    connect(&workspace.rooms(), &Rooms::removed, this, [this](RoomId removed) {
        if (removed == m_room)
            reject();
    });
    connect(&workspace.session(), &Session::stateChanged, this, &RoomPropertiesDialog::showRights);
    showRoom();
    showRights();
    if (!isDirect())
        lookForMaker(0);
    retranslateUi();
}

bool RoomPropertiesDialog::isDirect() const
{
    const RoomSummary *room = m_workspace.rooms().find(m_room);
    return room && room->kind == RoomKind::Direct;
}

void RoomPropertiesDialog::showRoom()
{
    const RoomSummary *room = m_workspace.rooms().find(m_room);
    if (!room)
        return;
    // What the person typed meanwhile stays.
    if (m_name->text() == m_shownName)
        m_name->setText(room->name);
    if (m_topic->text() == m_shownTopic) {
        m_topic->setText(room->topic);
        m_topic->setCursorPosition(0);
    }
    m_shownName = room->name;
    m_shownTopic = room->topic;
    retranslateUi();
}

void RoomPropertiesDialog::showRights()
{
    const bool isOnline = m_workspace.session().isOnline();
    const bool mayRename = isOnline && (m_workspace.selfRole() >= Role::Moderator || m_isMaker);
    const bool mayTopic = isOnline && m_workspace.selfRole() >= Role::Member;
    m_name->setReadOnly(!mayRename);
    m_topic->setReadOnly(!mayTopic);
    m_save->setVisible(mayRename || mayTopic);
    m_bans->setVisible(
        isOnline && !isDirect() && m_workspace.canChange() && (m_isMaker || m_workspace.mayRemovePeople(m_room)));
    retranslateUi();
    (mayRename && !isDirect() ? m_name : m_topic)->setFocus();
}

void RoomPropertiesDialog::lookForMaker(quint32 offset)
{
    if (m_workspace.selfRole() >= Role::Moderator)
        return;
    whenReady(m_workspace.listMembers(m_room, offset), this, [this, offset](const Result<MemberList> &page) {
        if (!page || page->members.isEmpty())
            return;
        for (const MemberEntry &member : page->members) {
            if (member.profile.id == m_workspace.selfId() && member.maker) {
                m_isMaker = true;
                showRights();
                return;
            }
        }
        const quint32 read = offset + quint32(page->members.size());
        if (read < page->total)
            lookForMaker(read);
    });
}

void RoomPropertiesDialog::submit()
{
    clearTrouble();
    if (m_name->text() == m_shownName || m_name->isReadOnly() || isDirect()) {
        saveTopic();
        return;
    }
    m_save->setEnabled(false);
    whenReady(m_workspace.renameRoom(m_room, m_name->text()), this, [this](const Result<> &renamed) {
        m_save->setEnabled(true);
        if (!renamed) {
            m_nameField->setTrouble(renamed.error());
            m_name->setFocus();
            return;
        }
        m_shownName = m_name->text();
        saveTopic();
    });
}

void RoomPropertiesDialog::saveTopic()
{
    if (m_topic->text() == m_shownTopic || m_topic->isReadOnly()) {
        accept();
        return;
    }
    m_save->setEnabled(false);
    whenReady(m_workspace.setTopic(m_room, m_topic->text()), this, [this](const Result<> &set) {
        m_save->setEnabled(true);
        if (set) {
            accept();
            return;
        }
        m_topicField->setTrouble(set.error());
        m_topic->setFocus();
    });
}

void RoomPropertiesDialog::retranslateUi()
{
    const RoomSummary *room = m_workspace.rooms().find(m_room);
    if (!room)
        return;
    setHeading(tr("About %1").arg(m_workspace.rooms().displayName(m_room)));
    switch (room->kind) {
    case RoomKind::Public:
        m_kind->setText(tr("A public room: everybody on this server can find it and join it."));
        break;
    case RoomKind::Private:
        m_kind->setText(tr("A private room: only people whom a member has invited can see it."));
        break;
    case RoomKind::Direct:
        m_kind->setText(tr("A direct conversation: nobody else can see it or come in."));
        break;
    }
    m_members->setText(PeopleText::members(int(room->memberCount)));
    const bool isOnline = m_workspace.session().isOnline();
    m_nameField->setWords(tr("Name"),
        !m_name->isReadOnly() ? QString()
            : isOnline        ? tr("Only its maker and moderators can rename the room.")
                              : tr("It can be changed when there is a connection."));
    m_topicField->setWords(tr("Topic"));
    m_cancel->setText(m_save->isHidden() ? tr("Close") : tr("Cancel"));
    m_save->setText(tr("Save"));
    m_bans->setText(tr("Banned people…"));
}

} // namespace salon
