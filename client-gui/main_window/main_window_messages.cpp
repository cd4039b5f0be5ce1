// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

// Lists of messages beside the conversation, and ways to one message.
#include "client-gui/main_window/main_actions.h"
#include "client-gui/main_window/main_window.h"
#include "client-gui/main_window/room_header.h"
#include "client-gui/main_window/room_navigator.h"
#include "client-gui/main_window/room_view.h"
#include "client-gui/messages/message_list_pane.h"
#include "client-gui/rooms/room_list_pane.h"
#include "shared/client-core/text/message_link.h"
#include "shared/client-core/workspaces.h"

#include <QAction>
#include <QMessageBox>
#include <QStackedWidget>

#include <algorithm>

namespace salon {

void MainWindow::connectMessages()
{
    const auto opens = [this](const QAction *action, MessageListKind kind) {
        connect(action, &QAction::triggered, this, [this, kind] { toggleMessageList(kind); });
    };
    opens(m_actions->showMentions, MessageListKind::Mentions);
    opens(m_actions->showSaved, MessageListKind::Saved);
    opens(m_actions->showPins, MessageListKind::Pinned);
    connect(m_list, &RoomListPane::mentionsRequested, m_actions->showMentions, &QAction::trigger);
    connect(m_list, &RoomListPane::savedRequested, m_actions->showSaved, &QAction::trigger);
    connect(&m_room->header(), &RoomHeader::pinsRequested, m_actions->showPins, &QAction::trigger);
    connect(m_messages, &MessageListPane::messageChosen, this, &MainWindow::showListedMessage);
    connect(m_messages, &MessageListPane::closeWanted, this, &MainWindow::closeMessageList);
    connect(m_navigator, &RoomNavigator::changed, this, &MainWindow::followMessageList);
    connect(&m_workspaces, &Workspaces::aboutToRemove, this, &MainWindow::closeMessageList);
}

void MainWindow::toggleMessageList(MessageListKind kind)
{
    if (!workspace())
        return;
    if (m_messages->hasList() && m_messages->kind() == kind) {
        closeMessageList();
        return;
    }
    closeSearch();
    m_listOf = workspace();
    m_aside->setCurrentWidget(m_messages);
    m_messages->showList(*workspace(), kind, kind == MessageListKind::Pinned ? room() : RoomId());
    foldPanes();
    m_messages->focusList();
}

void MainWindow::closeMessageList()
{
    if (!m_messages->hasList())
        return;
    const bool hadFocus = m_messages->isAncestorOf(focusWidget());
    m_messages->clear();
    foldPanes();
    if (hadFocus)
        m_room->timeline().setFocus(Qt::OtherFocusReason);
}

void MainWindow::followMessageList()
{
    const bool isOfOther
        = m_listOf != workspace() || (m_messages->kind() == MessageListKind::Pinned && m_messages->room() != room());
    if (m_messages->hasList() && isOfOther)
        closeMessageList();
}

void MainWindow::showListedMessage(RoomId where, Seq seq)
{
    if (!workspace() || !workspace()->rooms().find(where))
        return;
    if (m_middle->isHidden()) {
        closeMessageList(); // it stands in the way
        closeSearch();
    }
    if (room() != where || isNearbyShown())
        showRoom(workspace(), where);
    m_room->showMessage(seq);
}

bool MainWindow::showMessage(const MessageLink &link)
{
    const QList<Workspace *> all = m_workspaces.all();
    const auto found = std::find_if(all.cbegin(), all.cend(),
        [&link](const Workspace *known) { return known->server().enrolled && link.leadsTo(known->server().address); });
    if (found == all.cend())
        return false;
    if (!(*found)->rooms().find(link.room)) {
        auto *box = new QMessageBox(QMessageBox::Information, tr("A message elsewhere"),
            tr("You are not in the room of this message, or it is no more."), QMessageBox::Close, this);
        box->setObjectName(QStringLiteral("noSuchRoom"));
        box->setTextFormat(Qt::PlainText);
        box->setAttribute(Qt::WA_DeleteOnClose);
        box->open();
        return true;
    }
    if (workspace() != *found || room() != link.room || isNearbyShown())
        showRoom(*found, link.room);
    if (m_middle->isHidden()) {
        closeMessageList();
        closeSearch();
    }
    if (link.seq > 0)
        m_room->showMessage(link.seq);
    return true;
}

} // namespace salon
