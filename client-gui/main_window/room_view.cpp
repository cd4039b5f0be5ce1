// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-gui/main_window/room_view.h"

#include "client-gui/app/theme.h"
#include "client-gui/composer/composer.h"
#include "client-gui/composer/room_writing.h"
#include "client-gui/files/files_of_room.h"
#include "client-gui/main_window/connection_bar.h"
#include "client-gui/main_window/room_header.h"
#include "client-gui/messages/message_actions.h"
#include "client-gui/nearby/reachable_bar.h"
#include "client-gui/timeline/read_watch.h"
#include "client-gui/timeline/timeline_view.h"
#include "client-gui/timeline/unsure_message.h"
#include "client-gui/widgets/banner.h"
#include "client-gui/widgets/elided_label.h"
#include "client-gui/widgets/empty_state.h"
#include "shared/client-core/text/people_text.h"
#include "shared/client-core/workspace.h"
#include "shared/markup/emoji/emoji_catalogue.h"

#include <QAccessible>
#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QPaintEvent>
#include <QPainter>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace salon {

namespace {
/// More unread than this are not in the first page: the timeline opens where they begin.
constexpr quint32 UnreadOfFirstPage = 60;
} // namespace

RoomView::RoomView(Theme &theme, SettingsStore &settings, QAction &showMembers, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_settings(settings)
    , m_header(new RoomHeader(theme, showMembers, this))
    , m_connection(new ConnectionBar(theme, this))
    , m_timeline(new TimelineView(theme, this))
    , m_reading(new Banner(theme, this))
    , m_refused(new Banner(theme, this))
    , m_slow(new ElidedLabel(theme, TextRole::Meta, ColourRole::Muted, this))
    , m_typing(new ElidedLabel(theme, TextRole::Meta, ColourRole::Muted, this))
    , m_composer(new Composer(theme, this))
    , m_noRoom(new EmptyState(theme, u"no-rooms"_s, this))
    , m_readWatch(new ReadWatch(*m_timeline))
    , m_emoji(std::make_unique<EmojiCatalogue>())
    , m_writing(std::make_unique<RoomWriting>(theme, *m_composer, *m_emoji, settings, nullptr))
    , m_actions(new MessageActions(theme, *m_emoji, settings, *this))
    , m_files(new FilesOfRoom(theme, settings, *m_emoji, *m_timeline, *m_composer, *this))
{
    setObjectName(u"roomView"_s);
    m_typing->setObjectName(u"typingLine"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_header);
    layout->addWidget(m_connection);
    layout->addWidget(m_reading);
    layout->addWidget(m_refused);
    layout->addWidget(m_timeline, 1);
    layout->addWidget(m_noRoom, 1);
    layout->addWidget(m_typing);
    layout->addWidget(m_slow);
    layout->addWidget(m_composer);
    connect(m_writing.get(), &RoomWriting::sent, m_timeline, &TimelineView::scrollToBottom);
    connect(m_writing.get(), &RoomWriting::messageWanted, this, &RoomView::showMessage);
    connect(m_writing.get(), &RoomWriting::roomWanted, this, &RoomView::roomRequested);
    connect(m_writing.get(), &RoomWriting::leaveWanted, this, &RoomView::leaveRequested);
    connectMessages();
    connectReading();
    connect(m_readWatch, &ReadWatch::seen, this, [this](Seq seq) {
        if (m_workspace && m_room.isValid())
            m_workspace->markRead(m_room, seq);
    });
    connect(m_composer, &Composer::pageStepped, m_timeline, &TimelineView::scrollPages);
    connect(m_timeline, &TimelineView::olderWanted, this, [this] {
        if (m_model)
            m_model->fetchOlder();
    });
    connect(m_timeline, &TimelineView::newerWanted, this, [this] {
        if (m_model)
            m_model->fetchNewer();
    });
    connect(m_timeline, &TimelineView::olderRetried, this, [this] {
        if (m_model)
            m_model->retryOlder();
    });
    connect(m_timeline, &TimelineView::newerRetried, this, [this] {
        if (m_model)
            m_model->retryNewer();
    });
    connect(m_timeline, &TimelineView::latestWanted, this, [this] {
        m_jump = Jump::ToBottom;
        if (m_model)
            m_model->jumpToLatest();
    });
    connect(m_timeline, &TimelineView::retryRequested, this, [this](const Cid &cid) {
        if (m_workspace)
            m_workspace->retry(cid);
    });
    connect(m_timeline, &TimelineView::discardRequested, this, &RoomView::discard);
    connect(m_timeline, &TimelineView::editRequested, this, &RoomView::editAgain);
    connect(m_timeline, &TimelineView::mentionRequested, this, [this](AccountId person) {
        if (const Profile *profile = m_workspace ? m_workspace->people().find(person) : nullptr)
            mention(profile->login);
    });
    connect(m_timeline, &TimelineView::directRequested, this, &RoomView::directRequested);
    connect(m_noRoom, &EmptyState::actionTriggered, this, [this] {
        if (m_gone)
            QGuiApplication::clipboard()->setText(m_gone->text);
    });
    connect(&theme, &Theme::changed, this, &RoomView::applyLook);
    applyLook();
    openRoom({});
    retranslateUi();
}

RoomView::~RoomView()
{
    m_writing.reset(); // it keeps the drafts, out of the composer
    m_timeline->setModel(nullptr);
    delete m_files; // before what it uses
}

void RoomView::setReachableBar(ReachableBar *bar)
{
    auto *column = static_cast<QVBoxLayout *>(layout());
    column->insertWidget(column->indexOf(m_connection) + 1, bar);
    connect(m_connection, &Banner::openChanged, bar, &ReachableBar::setServerAway);
}

void RoomView::setWorkspace(Workspace *workspace)
{
    openRoom({});
    m_writing->setWorkspace(workspace);
    if (m_workspace) {
        m_workspace->disconnect(this);
        m_workspace->rooms().disconnect(this);
        m_workspace->people().disconnect(this);
        m_workspace->session().disconnect(this);
        m_workspace->seen().disconnect(this);
    }
    m_workspace = workspace;
    m_refusals.clear();
    m_connection->setWorkspace(workspace);
    retranslateUi();
    if (!workspace)
        return;
    connect(&workspace->rooms(), &Rooms::changed, this, [this](RoomId room, RoomAspects what) {
        if (room != m_room)
            return;
        if (what.testFlag(RoomAspect::Name))
            showTarget();
        roomChanged(what);
    });
    connect(&workspace->seen(), &SeenBy::changed, this, [this](RoomId room) {
        if (room == m_room)
            showSeen();
    });
    connect(workspace, &Workspace::postingChanged, this, [this](RoomId room) {
        if (room == m_room)
            showPosting();
    });
    connect(workspace, &Workspace::privacyChanged, this, &RoomView::showSeen);
    connect(workspace, &Workspace::changeRefused, this,
        [this](RoomId room, const Cid &, const Error &error) { noteRefusal(room, error); });
    connect(&workspace->people(), &People::renamed, this, &RoomView::showTarget); // perhaps of a direct message
    connect(
        &workspace->session(), &Session::stateChanged, this, &RoomView::showSeen); // it is known what the server can
    connect(workspace, &Workspace::typingChanged, this, [this](RoomId room) {
        if (room == m_room)
            showTyping();
    });
}

void RoomView::openRoom(RoomId room, bool isPeek)
{
    m_writing->keepDrafts();
    Q_EMIT membersChanged(nullptr);
    m_timeline->setModel(nullptr);
    delete m_model;
    delete m_members;
    delete m_pins;
    forgetReturn();
    if (m_workspace && m_seenRoom.isValid())
        m_workspace->seen().unwatch(m_seenRoom);
    m_seenRoom = {};
    const RoomSummary *summary = m_workspace ? m_workspace->rooms().find(room) : nullptr;
    m_room = summary ? room : RoomId{};
    m_gone.reset();
    m_isPeeking = isPeek && summary;
    m_header->setRoom(m_workspace, m_room);
    m_actions->setRoom(m_workspace, m_room);
    m_files->setRoom(m_workspace, m_room);
    showOffers();
    for (QWidget *part : std::initializer_list<QWidget *>{ m_header, m_timeline, m_typing, m_slow, m_composer })
        part->setVisible(summary);
    m_noRoom->setVisible(!summary);
    if (!summary) {
        m_writing->openRoom({}); // what was written is kept as a draft
        openReading({});
        retranslateUi();
        return;
    }
    m_model = m_workspace->makeTimeline(room, this);
    m_members = m_workspace->makeMembers(room, this);
    const Seq unread = m_workspace->firstUnread(room);
    m_model->setUnreadFrom(unread > 0 ? unread - 1 : -1);
    m_jump = Jump::None;
    followModel();
    if (unread > 0 && (summary->unread > UnreadOfFirstPage || summary->mark > 0)) {
        m_jump = Jump::ToUnread;
        m_model->jumpToSeq(unread);
    }
    openReading(*summary);
    m_writing->openRoom(room);
    m_writing->setTimeline(m_model);
    showTarget();
    showTyping();
    Q_EMIT membersChanged(m_members);
}

void RoomView::leaveRemovedRoom()
{
    const Gone gone{ m_name, m_composer->text() };
    openRoom({});
    m_gone = gone;
    retranslateUi();
    // Not to what comes next in the window: keys that are still being pressed belong to nobody now.
    setFocus(Qt::OtherFocusReason);
    QAccessibleEvent alert(m_noRoom, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void RoomView::followModel()
{
    for (const auto changed :
        { &TimelineModel::loadingChanged, &TimelineModel::atStartChanged, &TimelineModel::atEndChanged })
        connect(m_model, changed, this, &RoomView::showWindowState);
    connect(m_model, &TimelineModel::failedSidesChanged, this, &RoomView::showWindowState);
    connect(m_model, &TimelineModel::loadFailed, this, &RoomView::loadFailed);
    connect(m_model, &TimelineModel::jumped, this, &RoomView::jumped);
    showWindowState();
    m_timeline->setModel(m_model);
}

void RoomView::showWindowState()
{
    if (!m_model)
        return;
    m_timeline->setFailedSides(m_model->isOlderFailed(), m_model->isNewerFailed());
    m_timeline->setWindowState(m_model->isLoading(), m_model->isAtStart(), m_model->isAtEnd());
}

/// The timeline tells of its ends by itself; a place that the person asked for and does not get to see is told here.
void RoomView::loadFailed(const Error &error)
{
    const bool wasJump = std::exchange(m_jump, Jump::None) != Jump::None;
    if (wasJump)
        forgetReturn();
    if (wasJump && m_model->rowCount() > 0)
        m_composer->refused(error);
}

void RoomView::editAgain(const Cid &cid)
{
    m_writing->editAgain(cid);
}

void RoomView::discard(const Cid &cid)
{
    if (m_workspace && m_workspace->discard(cid) == OutboxRemoval::MayBeStored)
        showUnsureMessage(this, [this, cid] {
            if (m_workspace)
                m_workspace->discard(cid, true);
        });
}

void RoomView::focusText()
{
    if (m_composer->isBlocked())
        m_timeline->setFocus(Qt::OtherFocusReason);
    else
        m_composer->focusText();
}

void RoomView::goToUnread()
{
    if (m_timeline->showUnread() || !m_model)
        return;
    if (m_workspace && m_workspace->firstUnread(m_room) > 0)
        goToFirstUnread();
}

void RoomView::readAndGoToBottom()
{
    const RoomSummary *summary = m_workspace ? m_workspace->rooms().find(m_room) : nullptr;
    if (!summary)
        return;
    m_isPeeking = false;
    m_holdsReading = false;
    m_workspace->markRead(m_room, summary->head);
    showReading();
    if (m_model)
        m_model->setUnreadFrom(-1);
    m_timeline->scrollToBottom();
}

void RoomView::mention(const QString &login)
{
    m_composer->insertMention(login);
}

void RoomView::showTyping()
{
    const QStringList names = m_workspace && m_room.isValid() ? m_workspace->typingNames(m_room) : QStringList();
    m_typing->setFullText(PeopleText::typing(names));
}

void RoomView::showTarget()
{
    const RoomSummary *summary = m_workspace ? m_workspace->rooms().find(m_room) : nullptr;
    if (!summary)
        return;
    m_name = m_workspace->rooms().displayName(m_room);
    m_composer->setTarget(summary->kind == RoomKind::Direct ? m_name : u"# "_s + m_name);
}

void RoomView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslateUi();
        showTyping();
        showReading();
        showRefusal();
        showPosting();
    }
    QWidget::changeEvent(event);
}

void RoomView::paintEvent(QPaintEvent *event)
{
    QPainter painter(this);
    painter.fillRect(event->rect(), m_theme.colour(ColourRole::Conversation));
}

void RoomView::applyLook()
{
    const Tokens &tokens = m_theme.tokens();
    const int side = tokens.space(Space::Large);
    m_typing->setContentsMargins(side + tokens.space(Space::Small), 0, side, tokens.px(2));
    m_slow->setContentsMargins(side + tokens.space(Space::Small), 0, side, tokens.px(4));
    m_typing->setFixedHeight(QFontMetrics(tokens.font(TextRole::Meta)).height() + tokens.px(4));
    update();
}

void RoomView::retranslateUi()
{
    const QString choose = m_workspace ? tr("Choose a room on the left, or press Ctrl+K.")
                                       : tr("Choose somebody nearby on the left, or join a server.");
    if (!m_gone) {
        m_noRoom->setSentence(choose);
        m_noRoom->setAction({});
        return;
    }
    //: %1 is the name of the room that was open
    const QString gone = tr("You are no longer in “%1”.").arg(m_gone->name);
    m_noRoom->setSentence(gone + u'\n' + choose);
    //: Button: to the clipboard
    m_noRoom->setAction(m_gone->text.trimmed().isEmpty() ? QString() : tr("Copy what you were writing"));
}

} // namespace salon
