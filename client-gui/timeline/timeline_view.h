// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "client-gui/messages/message_offers.h"
#include "client-gui/timeline/message_menu.h"
#include "client-gui/timeline/seen_marks.h"
#include "client-gui/timeline/timeline_rows.h"
#include "client-gui/timeline/timeline_selection.h"
#include "shared/base/cid.h"

#include <QAbstractScrollArea>
#include <QElapsedTimer>
#include <QTimer>

#include <functional>

namespace salon {

class AttachmentSource;
class Theme;
class TimelineOverlays;

/// Shows a TimelineModel (or any list model with its roles): lays out and paints only what is visible, keeps what one
/// reads in its place when rows come above or below, and sticks to the bottom only while it is there. It asks for more
/// rows by signals and changes nothing by itself.
class TimelineView : public QAbstractScrollArea
{
    Q_OBJECT

public:
    explicit TimelineView(Theme &theme, QWidget *parent = nullptr);
    ~TimelineView() override;

    /// Starts over with another room: at the "new messages" line if what follows it does not fit, else at the bottom.
    void setModel(QAbstractItemModel *model);
    [[nodiscard]] QAbstractItemModel *model() const { return m_rows.model(); }
    /// What can be done with messages here; nothing unless it is said.
    void setOffers(const MessageOffers &offers);
    /// Names of people for the tool tips of reactions; an empty name is left out.
    void setNames(std::function<QString(AccountId)> nameOf) { m_nameOf = std::move(nameOf); }
    /// Where pictures and the state of files come from; null: nothing can be done with files. It outlives this, or
    /// null is set before.
    void setAttachments(AttachmentSource *source);
    /// Something about files is another.
    void repaintFiles();
    /// Who has seen the rows, at their ends; an empty function: nobody is shown. Call seenChanged() when it answers
    /// otherwise.
    void setSeen(SeenMarks::People people);
    [[nodiscard]] bool leavesRoomForSeen() const { return m_seen.isShown(); }
    void seenChanged() { viewport()->update(); }
    /// "Seen by Marie" of a row; empty where nobody is shown.
    [[nodiscard]] QString seenWords(int row) const;
    /// Words to be marked in all messages, while somebody searches.
    void setFound(const QList<SearchTerm> &terms);
    void setCompact(bool isCompact);
    /// What the model says of its window: is it loading, does it begin with the oldest row, end with the newest?
    void setWindowState(bool isLoading, bool isAtStart, bool isAtEnd);
    /// What the model could not load: above the first row (or at all, without any row) and below the last one. It says
    /// so there, and asks no more by itself; a click on "Try again" does.
    void setFailedSides(bool older, bool newer);

    [[nodiscard]] bool isAtBottom() const;
    void scrollToBottom();
    /// By what is seen at once, but for a line; up when negative.
    void scrollPages(int pages);
    /// Brings a row into view with its top at `share` of the height, and marks it as current.
    void showRow(int row, qreal share = 0.25);
    /// The same, and lets the row shine for a moment, so that it is found.
    void jumpToRow(int row);
    /// Where one is now, to come back to: the row in question and the height it stands at.
    struct Place
    {
        Seq seq = 0; ///< 0: at the newest message
        qreal share = 0;
    };
    [[nodiscard]] Place place();
    /// Offers the way back from a jump.
    void offerReturn(bool isOffered);
    [[nodiscard]] bool isReturnOffered() const;
    /// To the "new messages" line; false when there is none in the window.
    bool showUnread();
    /// The row whose text covers the upper edge, and the last one that is visible; -1 without rows.
    [[nodiscard]] int firstVisibleRow();
    [[nodiscard]] int lastVisibleRow();
    /// Where a row stands in the viewport, measured if it must.
    [[nodiscard]] QRect rowRect(int row);
    /// What is selected, as it is copied; empty without selection.
    [[nodiscard]] QString selectedText();
    void copy();
    [[nodiscard]] QModelIndex currentIndex() const { return m_current; }
    void setCurrentRow(int row);

    [[nodiscard]] int newBelow() const noexcept { return m_newBelow; }
    [[nodiscard]] static QString olderFailedText();
    [[nodiscard]] static QString newerFailedText();
    [[nodiscard]] static QString nothingLoadedText();
    [[nodiscard]] static QString retryText();
    [[nodiscard]] TimelineRows &rows() { return m_rows; }
    [[nodiscard]] Theme &theme() const { return m_theme; }

Q_SIGNALS:
    void olderWanted();
    void newerWanted();
    /// The person wants what failed to be tried again.
    void olderRetried();
    void newerRetried();
    /// The person wants the newest message, and the window does not reach it.
    void latestWanted();
    void bottomReached(bool isAtBottom);
    void retryRequested(const salon::Cid &cid);
    void discardRequested(const salon::Cid &cid);
    /// The text of a failed or waiting message is to be written again.
    void editRequested(const salon::Cid &cid);
    void mentionRequested(salon::AccountId person);
    void directRequested(salon::AccountId person);
    /// Something is to be done with a message; `anchor` is where a popup for it may stand, on the screen.
    void actionAsked(salon::MessageAction action, const QModelIndex &index, const QRect &anchor);
    /// One's own reaction with an emoji that is there is put or taken back.
    void reactionToggled(const QModelIndex &index, const QString &emoji, bool isOn);
    /// To another message of this room.
    void targetAsked(salon::Seq seq);
    void returnAsked();
    /// The separator of this day was clicked, or the day that floats over the rows.
    void dayAsked(const QDate &day, QPoint globalPosition);
    /// A link of ours was clicked: to a server, a room or a message.
    void salonLinkOpened(const QUrl &link);
    void roomAsked(salon::RoomId room);
    /// `file`: among those of the message; -1: all of them.
    void fileActionAsked(salon::FileAction action, const QModelIndex &index, int file);

protected:
    bool viewportEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    friend class TimelineAccessible;

    // Laying out: timeline_view_layout.cpp
    void applyLook();
    /// Below the viewport, for the way back.
    void leaveStrip();
    void scheduleLayout();
    void ensureLayout();
    void measureVisible();
    void placeFirst();
    void anchorAt(int row, int y);
    void anchorToScrollBar(int by);
    void anchorToFirstVisible();
    void rowMeasured();
    void updateScrollBar();
    void afterLayout();
    [[nodiscard]] int topInset() const;
    [[nodiscard]] int bottomInset() const;
    [[nodiscard]] qint64 contentHeight() const;
    [[nodiscard]] int slack() const;
    [[nodiscard]] int yOf(int row) const;
    [[nodiscard]] int rowAtY(int y) const;
    void rowsInserted(int first, int last);
    void rowsRemoved(int first, int last);
    void rowsMoved(int from, int count, int to);
    void placeBar();
    /// How much a row shines.
    [[nodiscard]] qreal flashOf(int row) const;
    /// The row that the action bar belongs to; -1: none.
    [[nodiscard]] int barRow() const;
    void tellFailures();
    void pillClicked();

    // Painting: timeline_view_paint.cpp
    void paintRow(QPainter &painter, int row, int y, const QRect &clip);
    void paintTop(QPainter &painter);
    void paintBottom(QPainter &painter);
    void paintRetry(QPainter &painter, const QRect &place, const QString &sentence);
    void paintEmpty(QPainter &painter);
    void paintSticky(QPainter &painter);
    /// Where "Try again" stands; null where nothing failed.
    [[nodiscard]] QRect olderRetryRect() const;
    [[nodiscard]] QRect newerRetryRect() const;
    [[nodiscard]] QRect retryRect(const QRect &place, const QString &sentence) const;
    [[nodiscard]] QRect emptyRect() const;
    [[nodiscard]] QList<AccountId> seenAt(int row) const;
    [[nodiscard]] QRect seenRect(int row);
    /// The row whose day floats over the others; -1: none does.
    [[nodiscard]] int stickyRow();
    [[nodiscard]] bool dayAt(QPoint point);

    // What the person does: timeline_view_input.cpp
    struct Hit
    {
        int row = -1;
        QPoint point{}; ///< in the row
        RowLayout::Part part = RowLayout::Part::None;
    };
    [[nodiscard]] Hit hitAt(QPoint point);
    void hover(QPoint point);
    void activate(const Hit &hit);
    [[nodiscard]] bool retryAt(QPoint point);
    void extendSelection(QPoint point);
    void walk(int direction);
    void showContextMenu(int row, QPoint globalPosition, const QUrl &link, const AttachmentsLayout::Hit &file = {});
    void connectMenu(MessageMenu &menu);
    void openLink(const QUrl &link, const QString &shown = {});
    void ask(MessageAction action, int row, const QRect &anchor = {});
    [[nodiscard]] bool askByKey(const QKeyEvent &event);
    void toggleReaction(int row, int reaction);
    void copyCode(int row, int code);

    // Files: timeline_view_files.cpp
    [[nodiscard]] AttachmentsLayout::Hit fileAt(const Hit &hit);
    void activateFile(int row, const AttachmentsLayout::Hit &hit);
    void clickFile(int row, int file);
    /// The button's action; nothing where none is shown.
    [[nodiscard]] std::optional<FileAction> buttonAction(int row, const AttachmentsLayout::Hit &hit);
    [[nodiscard]] QString fileToolTip(int row, const AttachmentsLayout::Hit &hit);
    [[nodiscard]] QList<MessageFile> menuFiles(int row, const AttachmentsLayout::Hit &hit);
    [[nodiscard]] bool fileByKey(const QKeyEvent &event);
    [[nodiscard]] TransferProgress progressOf(int row, int file);
    [[nodiscard]] TransferProgress uploadOf(int row) const;
    [[nodiscard]] QString toolTipAt(const Hit &hit);
    [[nodiscard]] QString reactionWords(const ReactionView &reaction) const;
    [[nodiscard]] Cid cidOf(int row) const;
    void makeVisible(int row);

    Theme &m_theme;
    TimelineRows m_rows;
    TimelineOverlays *m_overlays;
    MessageOffers m_offers;
    AttachmentSource *m_files = nullptr;
    SeenMarks m_seen;
    QList<SearchTerm> m_found;
    std::function<QString(AccountId)> m_nameOf;
    QTimer m_layoutTimer;
    QElapsedTimer m_sinceLayout;
    QTimer m_autoScroll;
    bool m_isCompact = false;
    bool m_isLoading = false;
    bool m_isAtStart = true;
    bool m_isAtEnd = true;
    bool m_isOlderFailed = false;
    bool m_isNewerFailed = false;

    int m_anchorRow = 0;
    int m_anchorY = 0; ///< of the anchor row's top in the viewport
    bool m_sticks = true; ///< to the bottom
    bool m_isPlaced = false; ///< false until the first rows of a room were shown
    bool m_isDirty = true;
    bool m_isSettingBar = false;
    bool m_isMeasuring = false;
    bool m_isAnchorOld = false; ///< it is out of sight perhaps, and gives way once what is seen is measured
    bool m_wasAtBottom = true;
    int m_newBelow = 0;

    QPersistentModelIndex m_current;
    bool m_showsCurrent = false; ///< by keyboard
    QPersistentModelIndex m_hovered;
    RowLayout::Part m_hoveredPart = RowLayout::Part::None;
    int m_hoveredIndex = -1; ///< of a reaction or a block of code
    AttachmentsLayout::Hit m_hoveredFile;
    QPersistentModelIndex m_flashed;
    QTimer m_flashTimer;
    QElapsedTimer m_sinceFlash;
    TimelineSelection m_selection;
    bool m_isSelecting = false;
    Hit m_pressed;
    QPoint m_lastMouse;
};

} // namespace salon
