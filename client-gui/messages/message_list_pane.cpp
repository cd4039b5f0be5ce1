// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-gui/messages/message_list_pane.h"

#include "client-gui/app/theme.h"
#include "client-gui/messages/message_list_delegate.h"
#include "client-gui/timeline/timeline_row.h"
#include "client-gui/widgets/elided_label.h"
#include "client-gui/widgets/empty_state.h"
#include "client-gui/widgets/icon_button.h"
#include "client-gui/widgets/text_label.h"
#include "shared/base/when_ready.h"
#include "shared/client-core/text/error_text.h"
#include "shared/client-core/workspace.h"

#include <QEvent>
#include <QIdentityProxyModel>
#include <QKeyEvent>
#include <QListView>
#include <QMenu>
#include <QPaintEvent>
#include <QPainter>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace salon {

namespace {

/// Adds what assistive programs say: the room, and what became of the message.
class SpokenMessages : public QIdentityProxyModel
{
public:
    using QIdentityProxyModel::QIdentityProxyModel;

    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override
    {
        if (role != Qt::AccessibleTextRole)
            return QIdentityProxyModel::data(index, role);
        //: A message of a list, read aloud: %1 the room, %2 "Marie, 10:42: text"
        return MessageListPane::tr("%1: %2").arg(
            index.data(MessageListModel::RoomNameRole).toString(), spokenRow(mapToSource(index)));
    }
};

} // namespace

MessageListPane::MessageListPane(Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_title(new ElidedLabel(theme, TextRole::Title, ColourRole::Text, this))
    , m_close(new IconButton(theme, u"close"_s, this))
    , m_list(new QListView(this))
    , m_delegate(new MessageListDelegate(theme, m_list))
    , m_empty(new EmptyState(theme, u"empty-room"_s, this))
    , m_trouble(new TextLabel(theme, TextRole::Meta, ColourRole::Danger, this))
    , m_head(new QHBoxLayout)
{
    setObjectName(u"messageListPane"_s);
    m_close->setObjectName(u"closeMessageList"_s);
    m_list->setObjectName(u"messageList"_s);
    m_list->setModel(new SpokenMessages(this));
    m_list->setItemDelegate(m_delegate);
    m_list->setResizeMode(QListView::Adjust); // the heights of rows depend on the width
    m_list->setMouseTracking(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setContextMenuPolicy(Qt::CustomContextMenu);
    m_list->installEventFilter(this);
    m_trouble->setWordWrap(true);
    m_trouble->hide();
    m_head->addWidget(m_title, 1);
    m_head->addWidget(m_close);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(m_head);
    column->addWidget(m_trouble);
    column->addWidget(m_list, 1);
    column->addWidget(m_empty, 1);
    connect(m_close, &QAbstractButton::clicked, this, &MessageListPane::closeWanted);
    connect(m_list, &QListView::clicked, this, &MessageListPane::choose);
    connect(m_list, &QWidget::customContextMenuRequested, this, &MessageListPane::openMenu);
    connect(&theme, &Theme::changed, this, &MessageListPane::applyLook);
    applyLook();
    retranslateUi();
}

MessageListPane::~MessageListPane()
{
    clear();
}

void MessageListPane::showList(Workspace &workspace, MessageListKind kind, RoomId room)
{
    if (m_model && m_workspace == &workspace && m_kind == kind && m_room == room) {
        m_model->reload();
        return;
    }
    clear();
    m_workspace = &workspace;
    m_kind = kind;
    m_room = room;
    m_model = workspace.makeMessageList(kind, room, this);
    m_delegate->setShowsRooms(kind != MessageListKind::Pinned);
    static_cast<QIdentityProxyModel *>(m_list->model())->setSourceModel(m_model);
    connect(m_model, &MessageListModel::loadingChanged, this, &MessageListPane::showState);
    connect(m_model, &MessageListModel::loadFailed, this, &MessageListPane::showState);
    for (const auto changed : { &QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved })
        connect(m_model, changed, this, &MessageListPane::showState);
    connect(m_model, &QAbstractItemModel::modelReset, this, &MessageListPane::showState);
    retranslateUi();
}

void MessageListPane::clear()
{
    static_cast<QIdentityProxyModel *>(m_list->model())->setSourceModel(nullptr);
    delete m_model;
    m_workspace = nullptr;
    m_room = {};
}

bool MessageListPane::hasList() const
{
    return m_model;
}

void MessageListPane::focusList()
{
    m_list->setFocus(Qt::ShortcutFocusReason);
    if (!m_list->currentIndex().isValid() && m_list->model()->rowCount() > 0)
        m_list->setCurrentIndex(m_list->model()->index(0, 0));
}

void MessageListPane::showState()
{
    const bool isEmpty = !m_model || m_model->rowCount() == 0;
    const bool hasFailed = m_model && m_model->lastError() && !m_model->isLoading();
    m_trouble->setText(hasFailed ? ErrorText::of(*m_model->lastError()) : QString());
    m_trouble->setVisible(hasFailed);
    m_list->setVisible(!isEmpty);
    m_empty->setVisible(isEmpty);
    if (m_model && m_model->isLoading()) {
        m_empty->setSentence(tr("Loading messages…"));
        return;
    }
    switch (m_kind) {
    case MessageListKind::Pinned:
        m_empty->setSentence(tr("Nothing is pinned in this room."));
        break;
    case MessageListKind::Saved:
        m_empty->setSentence(tr("Save a message with the key S, and find it here again."));
        break;
    case MessageListKind::Mentions:
        m_empty->setSentence(tr("Nobody has mentioned you yet."));
        break;
    }
}

void MessageListPane::choose(const QModelIndex &index)
{
    if (index.isValid())
        Q_EMIT messageChosen(RoomId{ index.data(MessageListModel::RoomIdRole).toLongLong() },
            index.data(TimelineModel::SeqRole).toLongLong());
}

bool MessageListPane::mayTakeOff(const QModelIndex &index) const
{
    if (!m_workspace || !index.isValid() || m_kind == MessageListKind::Mentions)
        return false;
    return m_kind == MessageListKind::Saved || readTimelineRow(index).rights.mayPin;
}

void MessageListPane::takeOff(const QModelIndex &index)
{
    if (!mayTakeOff(index))
        return;
    const RoomId room{ index.data(MessageListModel::RoomIdRole).toLongLong() };
    const Seq seq = index.data(TimelineModel::SeqRole).toLongLong();
    const auto refused = [this](const Error &error) {
        m_trouble->setText(ErrorText::of(error));
        m_trouble->show();
    };
    if (m_kind == MessageListKind::Pinned) {
        if (const Result<Cid> queued = m_workspace->pinMessage(room, seq, false); !queued)
            refused(queued.error());
        return;
    }
    whenReady(m_workspace->saveMessage(room, seq, false), this, [refused](const Result<> &done) {
        if (!done)
            refused(done.error());
    });
}

void MessageListPane::openMenu(QPoint position)
{
    const QModelIndex index = m_list->indexAt(position);
    if (!index.isValid())
        return;
    auto *menu = new QMenu(this);
    menu->setObjectName(u"messageListMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const QPersistentModelIndex row(index);
    connect(menu->addAction(tr("Go to the message")), &QAction::triggered, this, [this, row] { choose(row); });
    if (mayTakeOff(index)) {
        QAction *off
            = menu->addAction(m_kind == MessageListKind::Pinned ? tr("Unpin") : tr("Take off the saved messages"));
        connect(off, &QAction::triggered, this, [this, row] { takeOff(row); });
    }
    menu->popup(m_list->viewport()->mapToGlobal(position));
}

bool MessageListPane::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_list && event->type() == QEvent::KeyPress) {
        switch (static_cast<QKeyEvent *>(event)->key()) {
        case Qt::Key_Return:
        case Qt::Key_Enter:
            choose(m_list->currentIndex());
            return true;
        case Qt::Key_Delete:
            takeOff(m_list->currentIndex());
            return true;
        default:
            break;
        }
    }
    if (event->type() == QEvent::ShortcutOverride && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
        event->accept(); // closes this, instead of going to the newest message
        return true;
    }
    if (event->type() == QEvent::KeyPress && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
        Q_EMIT closeWanted();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void MessageListPane::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        if (m_model)
            m_model->retranslate();
        retranslateUi();
    }
    QWidget::changeEvent(event);
}

void MessageListPane::paintEvent(QPaintEvent *event)
{
    QPainter painter(this);
    painter.fillRect(event->rect(), m_theme.colour(ColourRole::Window));
}

void MessageListPane::applyLook()
{
    const Tokens &tokens = m_theme.tokens();
    const int above = (tokens.headerHeight() - tokens.controlHeight()) / 2;
    m_head->setContentsMargins(tokens.space(Space::Medium), above, tokens.space(Space::Small), above);
    m_trouble->setContentsMargins(
        tokens.space(Space::Medium), 0, tokens.space(Space::Medium), tokens.space(Space::Small));
    QPalette ground = m_list->palette();
    ground.setColor(QPalette::Base, tokens.colour(ColourRole::Window));
    m_list->setPalette(ground);
    m_list->doItemsLayout();
    setMinimumWidth(tokens.px(240));
    update();
}

void MessageListPane::retranslateUi()
{
    QString title;
    switch (m_kind) {
    case MessageListKind::Pinned:
        title = tr("Pinned messages");
        break;
    case MessageListKind::Saved:
        title = tr("Saved messages");
        break;
    case MessageListKind::Mentions:
        title = tr("Mentions of you");
        break;
    }
    m_title->setFullText(title);
    m_list->setAccessibleName(title);
    m_close->setWords(tr("Close the list"), QKeySequence(Qt::Key_Escape));
    showState();
}

} // namespace salon
