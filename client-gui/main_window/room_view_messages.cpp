// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

// Messages of the open room: going to one and back, what is done with them, what is pinned.
#include "client-gui/composer/composer.h"
#include "client-gui/composer/room_writing.h"
#include "client-gui/files/files_of_room.h"
#include "client-gui/main_window/room_header.h"
#include "client-gui/main_window/room_view.h"
#include "client-gui/messages/message_actions.h"
#include "client-gui/timeline/timeline_view.h"
#include "shared/client-core/workspace.h"

#include <QUrl>

namespace salon {

void RoomView::connectMessages()
{
    connect(m_timeline, &TimelineView::actionAsked, m_actions,
        [this](MessageAction action, const QModelIndex &index, const QRect &anchor) {
            m_actions->perform(action, readTimelineRow(index), anchor);
        });
    connect(m_timeline, &TimelineView::reactionToggled, m_actions,
        [this](const QModelIndex &index, const QString &emoji, bool isOn) {
            m_actions->react(index.data(TimelineModel::SeqRole).toLongLong(), emoji, isOn);
        });
    connect(m_timeline, &TimelineView::targetAsked, this, &RoomView::showMessage);
    connect(m_timeline, &TimelineView::returnAsked, this, &RoomView::returnFromJump);
    connect(m_timeline, &TimelineView::bottomReached, this, [this](bool isAtBottom) {
        // On the way to the message one may pass the bottom; only who went there by themselves needs no way back.
        if (isAtBottom && m_jump == Jump::None)
            forgetReturn();
    });
    connect(m_timeline, &TimelineView::roomAsked, this, [this](RoomId room) {
        if (m_workspace && m_workspace->rooms().find(room))
            Q_EMIT roomRequested(room);
    });
    connect(m_timeline, &TimelineView::salonLinkOpened, this,
        [this](const QUrl &link) { Q_EMIT linkOpened(link.toString(QUrl::FullyEncoded)); });
    connect(m_timeline, &TimelineView::dayAsked, this, [this](const QDate &day) { Q_EMIT dateWanted(day); });
    connect(m_actions, &MessageActions::unreadAsked, this, &RoomView::markUnread);
    connect(m_actions, &MessageActions::replyAsked, this, &RoomView::replyAsked);
    connect(m_actions, &MessageActions::editAsked, this, &RoomView::editAsked);
    connect(m_files, &FilesOfRoom::sent, m_timeline, &TimelineView::scrollToBottom);
    connect(m_files, &FilesOfRoom::discardWanted, this, &RoomView::discard);
    connect(this, &RoomView::replyAsked, m_writing.get(), &RoomWriting::reply);
    connect(this, &RoomView::editAsked, m_writing.get(), &RoomWriting::edit);
    connect(m_actions, &MessageActions::failed, m_composer, qOverload<const Error &>(&Composer::refused));
    connect(m_actions, &MessageActions::noted, m_composer, &Composer::note);
    m_timeline->setNames(
        [this](AccountId person) { return m_workspace ? m_workspace->people().nameOf(person) : QString(); });
}

void RoomView::showOffers()
{
    m_timeline->setOffers(m_actions->offers());
    m_files->showOffers();
    if (m_workspace && m_room.isValid() && m_workspace->canChange() && !m_pins) {
        m_pins = m_workspace->makeMessageList(MessageListKind::Pinned, m_room, this);
        for (const auto changed : { &QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved })
            connect(m_pins, changed, this, &RoomView::showPins);
        connect(m_pins, &QAbstractItemModel::modelReset, this, &RoomView::showPins);
        connect(m_pins, &MessageListModel::loadingChanged, this, &RoomView::showPins);
    }
    showPins();
}

void RoomView::showPins()
{
    m_header->setPins(m_pins ? m_pins->rowCount() : 0, m_pins && m_pins->hasMore());
}

void RoomView::showMessage(Seq seq)
{
    if (!m_model || seq <= 0)
        return;
    // Several jumps in a row lead back to where the first one began.
    if (!m_return && m_model->rowCount() > 0)
        m_return = m_timeline->place();
    m_jump = Jump::ToMessage;
    m_model->jumpToSeq(seq);
}

void RoomView::returnFromJump()
{
    if (!m_model || !m_return)
        return;
    const TimelineView::Place place = *m_return;
    forgetReturn();
    if (place.seq == 0) {
        m_timeline->scrollToBottom();
        return;
    }
    m_jump = Jump::ToPlace;
    m_jumpShare = place.share;
    m_model->jumpToSeq(place.seq);
}

void RoomView::goToPlace(const TimelineView::Place &place)
{
    m_return = place;
    returnFromJump();
}

void RoomView::forgetReturn()
{
    m_return.reset();
    m_timeline->offerReturn(false);
}

/// The model shows another part of the history, or has the row that was asked for.
void RoomView::jumped(int row)
{
    showWindowState();
    // The first load is none of ours: the view knows where a room opens.
    switch (std::exchange(m_jump, Jump::None)) {
    case Jump::ToBottom:
        m_timeline->scrollToBottom();
        break;
    case Jump::ToRow:
        m_timeline->showRow(row);
        break;
    case Jump::ToUnread:
        // The model may have found it only now: what is asked for may be something that is not counted.
        m_timeline->jumpToRow(m_model->unreadRow() >= 0 ? m_model->unreadRow() : row);
        break;
    case Jump::ToMessage:
        m_timeline->jumpToRow(row);
        m_timeline->offerReturn(m_return.has_value());
        break;
    case Jump::ToPlace:
        m_timeline->showRow(row, m_jumpShare);
        break;
    case Jump::None:
        break;
    }
}

} // namespace salon
