// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

// What of the open room is read, by oneself and by others, and whether one may write there now.
#include "client-gui/composer/composer.h"
#include "client-gui/main_window/room_view.h"
#include "client-gui/timeline/read_watch.h"
#include "client-gui/timeline/timeline_view.h"
#include "client-gui/widgets/banner.h"
#include "client-gui/widgets/elided_label.h"
#include "shared/client-core/text/error_text.h"
#include "shared/client-core/text/rules_text.h"
#include "shared/client-core/workspace.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace salon {

namespace {
constexpr int SecondMs = 1000;
} // namespace

void RoomView::connectReading()
{
    m_reading->setObjectName(u"readingBar"_s);
    m_reading->setIconName(u"eye"_s);
    m_refused->setObjectName(u"refusedBar"_s);
    m_refused->setKind(BannerKind::Danger);
    m_refused->setDismissible(true);
    m_slow->setObjectName(u"slowLine"_s);
    connect(m_reading, &Banner::actionTriggered, this, &RoomView::readAndGoToBottom);
    connect(m_refused, &Banner::actionTriggered, this, [this] {
        m_refusals.remove(m_room);
        showRefusal();
        Q_EMIT outboxRequested();
    });
    connect(m_refused, &Banner::dismissed, this, [this] { m_refusals.remove(m_room); });
    m_slowTimer.setInterval(SecondMs);
    connect(&m_slowTimer, &QTimer::timeout, this, &RoomView::showPosting);
}

/// Another room, or with an empty summary none.
void RoomView::openReading(const RoomSummary &room)
{
    m_holdsReading = false;
    m_mark = room.mark;
    if (m_workspace && room.id.isValid()) { // offline too: it is asked when the connection is there
        m_seenRoom = room.id;
        m_workspace->seen().watch(room.id);
    }
    showReading();
    showSeen();
    showPosting();
    showRefusal();
}

void RoomView::roomChanged(RoomAspects what)
{
    const RoomSummary *room = m_workspace->rooms().find(m_room);
    if (!room)
        return;
    if (what.testFlag(RoomAspect::Counts)) {
        const Seq before = std::exchange(m_mark, room->mark);
        if (room->mark > 0 && room->mark != before)
            holdReading(); // here, or on another device
        else if (room->mark == 0 && before > 0) {
            m_holdsReading = false;
            showReading();
        }
    }
    if (what.testFlag(RoomAspect::Rules) || what.testFlag(RoomAspect::Members)) {
        showSeen();
        showPosting();
    }
}

// --- Unread

void RoomView::markUnread(Seq seq)
{
    const RoomSummary *room = m_workspace ? m_workspace->rooms().find(m_room) : nullptr;
    if (!room || seq <= 0)
        return;
    // What is on the screen may not be told as read yet.
    if (room->readSeq < seq && !m_isPeeking)
        m_workspace->markRead(m_room, seq);
    m_workspace->markUnread(m_room, seq);
}

/// The person wants it unread: what they look at meanwhile does not undo that.
void RoomView::holdReading()
{
    m_holdsReading = true;
    if (m_model)
        m_model->setUnreadFrom(m_mark - 1);
    showReading();
}

void RoomView::endPeek()
{
    if (!std::exchange(m_isPeeking, false))
        return;
    showReading();
}

void RoomView::showReading()
{
    m_readWatch->setPaused(m_isPeeking || m_holdsReading);
    if (m_isPeeking)
        m_reading->setText(tr("You are only looking: nothing is marked as read."), tr("Nothing is marked as read."));
    else if (m_holdsReading)
        m_reading->setText(
            tr("Marked as unread: nothing here is read until you come back to this room."), tr("Marked as unread."));
    m_reading->setAction(tr("Mark as read"));
    m_reading->setOpen(m_isPeeking || m_holdsReading);
}

void RoomView::goToFirstUnread()
{
    const Seq seq = m_workspace ? m_workspace->firstUnread(m_room) : 0;
    if (!m_model || seq == 0) {
        m_timeline->scrollToBottom();
        return;
    }
    m_model->setUnreadFrom(seq - 1);
    m_jump = Jump::ToUnread;
    m_model->jumpToSeq(seq);
}

// --- Others

void RoomView::showSeen()
{
    if (!m_workspace || !m_room.isValid() || !m_workspace->seen().mayBeShown(m_room)) {
        m_timeline->setSeen({});
    } else {
        m_timeline->setSeen([this, room = m_room](Seq seq, Seq next) {
            return m_workspace ? m_workspace->seen().lastSeen(room, seq, next) : QList<AccountId>();
        });
        m_timeline->seenChanged();
    }
    showOffers();
}

// --- Rules

void RoomView::showPosting()
{
    const RoomSummary *room = m_workspace ? m_workspace->rooms().find(m_room) : nullptr;
    const PostingState state = room ? m_workspace->mayPost(m_room) : PostingState();
    const QString reason = state.may ? QString() : ErrorText::of(Error{ state.why });
    if (reason != std::exchange(m_blockedBy, reason)) {
        const bool wasWriting = m_composer->hasTextFocus();
        m_composer->setBlocked(reason);
        if (wasWriting && !reason.isEmpty())
            setFocus(Qt::OtherFocusReason); // keys that are still being pressed belong to nobody now
    }
    const bool waits = state.may && state.waitSeconds > 0;
    if (waits)
        //: Slow mode of a room; %1 is a time like "8 seconds"
        m_slow->setFullText(
            tr("Slow mode: your next message goes out in %1.").arg(RulesText::duration(quint32(state.waitSeconds))));
    m_slow->setVisible(room && waits);
    if (waits && !m_slowTimer.isActive())
        m_slowTimer.start();
    else if (!waits)
        m_slowTimer.stop();
}

// --- Refused changes

void RoomView::noteRefusal(RoomId room, const Error &error)
{
    m_refusals.insert(room, error);
    if (room == m_room)
        showRefusal();
}

void RoomView::showRefusal()
{
    const auto found = m_refusals.constFind(m_room);
    const bool isThere = found != m_refusals.cend();
    if (isThere) {
        //: A change of a message; %1 is a sentence that says why
        m_refused->setText(tr("A change of yours was refused, and is taken back. %1").arg(ErrorText::of(*found)));
        m_refused->setAction(tr("Unsent messages"));
    }
    m_refused->setOpen(isThere);
}

} // namespace salon
