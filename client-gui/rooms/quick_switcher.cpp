// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-gui/rooms/quick_switcher.h"

#include "client-gui/app/theme.h"
#include "client-gui/app/tinted_icon.h"
#include "client-gui/nearby/nearby_face.h"
#include "client-gui/nearby/same_people.h"
#include "client-gui/nearby/server_finder.h"
#include "client-gui/rooms/fuzzy_match.h"
#include "client-gui/widgets/text_label.h"
#include "shared/client-core/models/public_room_model.h"
#include "shared/client-core/text/completion.h"
#include "shared/client-core/text/people_text.h"
#include "shared/client-core/workspace.h"
#include "shared/nearby/nearby_people.h"

#include <QApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace salon {

namespace {
constexpr qsizetype MostFound = 50;
constexpr qsizetype MostToJoin = 20;
constexpr int PauseMs = 150; ///< in typing, before the server is asked
} // namespace

QuickSwitcher::QuickSwitcher(Theme &theme, QWidget *window)
    : PickPopup(theme, window)
    , m_finder(new ServerFinder(ServerFinder::Options::usual(), this))
    , m_field(new QLineEdit(this))
    , m_nothing(new TextLabel(theme, TextRole::Body, ColourRole::Muted, this))
{
    setObjectName(u"quickSwitcher"_s);
    m_field->setObjectName(u"quickSwitcherField"_s);
    m_field->addAction(tintedIcon(theme, u"search"_s), QLineEdit::LeadingPosition);
    m_field->installEventFilter(this);
    m_nothing->setAlignment(Qt::AlignCenter);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_field);
    layout->addWidget(&list());
    layout->addWidget(m_nothing);
    m_typed.setSingleShot(true);
    m_typed.setInterval(PauseMs);
    connect(&m_typed, &QTimer::timeout, this, &QuickSwitcher::lookForRooms);
    connect(m_field, &QLineEdit::textChanged, this, &QuickSwitcher::search);
    connect(m_field, &QLineEdit::textChanged, this, [this] { m_typed.start(); });
    connect(m_finder, &ServerFinder::changed, this, [this] {
        if (isVisible())
            searchAgain();
    });
    connect(this, &PickPopup::rowClicked, this, &QuickSwitcher::choose);
    connect(&theme, &Theme::changed, this, &QuickSwitcher::fit);
    retranslateUi();
}

void QuickSwitcher::open(Workspace &workspace, const std::function<bool(const FoundServer &)> &isOurs)
{
    m_workspace = &workspace;
    m_isOurs = isOurs;
    m_finder->setActive(true);
    if (!isVisible()) {
        m_focusBefore = QApplication::focusWidget();
        window()->installEventFilter(this);
        qApp->installEventFilter(this);
    }
    delete m_public;
    m_public = workspace.makeRoomSearch(this);
    connect(m_public, &PublicRoomModel::loadingChanged, this, [this](bool isLoading) {
        if (!isLoading && isVisible())
            searchAgain();
    });
    m_field->clear();
    m_typed.stop();
    search();
    fit();
    raise();
    show();
    m_field->setFocus(Qt::ShortcutFocusReason);
    lookForRooms();
}

void QuickSwitcher::lookForRooms()
{
    if (m_public)
        m_public->search(m_field->text().trimmed());
}

QList<QuickSwitcher::Entry> QuickSwitcher::entriesToJoin() const
{
    QList<Entry> all;
    for (int row = 0; m_public && row < m_public->rowCount(); ++row) {
        const RoomSummary room = m_public->roomAt(row);
        if (room.member || m_workspace->rooms().find(room.id))
            continue;
        Entry entry;
        //: A room in the list of Ctrl+K that one is not in; Enter joins it
        entry.row.name = tr("Join %1").arg(room.name);
        entry.row.detail = room.topic.isEmpty() ? PeopleText::members(int(room.memberCount)) : room.topic;
        entry.row.icon = u"plus"_s;
        entry.foundBy = room.name;
        entry.room = room.id.value;
        entry.activity = room.lastActivityMs;
        entry.isToJoin = true;
        all.append(entry);
    }
    return all;
}

QList<QuickSwitcher::Entry> QuickSwitcher::entries() const
{
    QList<Entry> all;
    const RoomListModel &rooms = m_workspace->roomList();
    for (int row = 0; row < rooms.rowCount(); ++row) {
        const QModelIndex index = rooms.index(row, 0);
        Entry entry;
        entry.row.name = index.data(RoomListModel::NameRole).toString();
        entry.row.detail = index.data(RoomListModel::TopicRole).toString();
        entry.room = index.data(RoomListModel::RoomIdRole).toLongLong();
        entry.row.unread = index.data(RoomListModel::UnreadRole).toInt();
        if (m_same)
            entry.row.unread += m_same->unreadOf(RoomId{ entry.room });
        entry.activity = index.data(RoomListModel::LastActivityRole).toLongLong();
        const auto kind = RoomKind(index.data(RoomListModel::KindRole).toInt());
        if (kind == RoomKind::Direct)
            entry.row.face = index.data(RoomListModel::OthersRole).toList().value(0).toLongLong();
        else
            entry.row.icon = kind == RoomKind::Private ? u"lock"_s : u"hash"_s;
        all.append(entry);
    }
    for (const Profile &person : m_workspace->people().all()) {
        // Those with a conversation stand above already.
        if (person.id == m_workspace->selfId() || m_workspace->rooms().directWith(person.id).isValid())
            continue;
        if (m_same && m_same->ofAccount(person.id))
            continue; // stands below, among those nearby
        Entry entry;
        entry.row.name = person.displayName.isEmpty() ? person.login : person.displayName;
        entry.row.detail = u'@' + person.login;
        entry.row.face = entry.person = person.id.value;
        all.append(entry);
    }
    for (const NearbyPerson &person : m_nearby ? m_nearby->all() : QList<NearbyPerson>()) {
        if (person.trust == PeerTrust::Blocked || (m_same && m_same->roomOf(person.key).isValid()))
            continue;
        Entry entry;
        entry.row.name = NearbyPeople::nameOf(person);
        //: Of a person nearby: %1 is "Here" or "Wants to talk with you"
        entry.row.detail = tr("nearby — %1").arg(NearbyPeople::statusOf(person));
        entry.row.face = faceIdOf(person);
        entry.row.unread = person.unread;
        entry.nearby = person.key;
        all.append(entry);
    }
    for (const FoundServer &server : m_finder->servers()) {
        if (!server.isJoinable() || (m_isOurs && m_isOurs(server)))
            continue;
        Entry entry;
        entry.row.name = FoundServerText::name(server);
        //: Of a server on the local network: %1 its address, %2 "3 online"
        entry.row.detail = tr("%1 — on this network, %2").arg(server.address, FoundServerText::people(server));
        entry.row.icon = u"server"_s;
        entry.server = server;
        all.append(entry);
    }
    return all;
}

/// The row that is chosen stays chosen, wherever it is now.
void QuickSwitcher::searchAgain()
{
    const Entry before = m_found.value(chosenRow());
    search();
    for (qsizetype row = 0; row < m_found.size(); ++row) {
        const Entry &entry = m_found[row];
        const bool isSameServer = entry.server ? before.server && entry.server->isSame(*before.server) : !before.server;
        if (isSameServer && entry.room == before.room && entry.person == before.person && entry.nearby == before.nearby)
            list().setCurrentRow(int(row));
    }
}

QList<QuickSwitcher::Entry> QuickSwitcher::best(const QList<Entry> &entries, const QString &pattern) const
{
    QList<std::pair<int, Entry>> found;
    for (const Entry &entry : entries) {
        const QString &name = entry.isToJoin ? entry.foundBy : entry.row.name;
        std::optional<int> score = fuzzyScore(pattern, foldedForSearch(name));
        if (!score && (entry.person > 0 || entry.server || entry.isToJoin))
            score = fuzzyScore(pattern, foldedForSearch(entry.row.detail));
        if (score)
            found.append({ *score, entry });
    }
    std::stable_sort(found.begin(), found.end(), [](const auto &left, const auto &right) {
        if (left.first != right.first)
            return left.first > right.first;
        if ((left.second.row.unread > 0) != (right.second.row.unread > 0))
            return left.second.row.unread > 0;
        return left.second.activity > right.second.activity;
    });
    QList<Entry> sorted;
    for (const auto &[score, entry] : std::as_const(found))
        sorted.append(entry);
    return sorted;
}

void QuickSwitcher::search()
{
    const QString pattern = foldedForSearch(m_field->text().trimmed());
    m_found = best(entries(), pattern).mid(0, MostFound) + best(entriesToJoin(), pattern).mid(0, MostToJoin);
    QList<Row> rows;
    for (const Entry &entry : std::as_const(m_found))
        rows.append(entry.row);
    setRows(rows);
    fit();
}

void QuickSwitcher::choose()
{
    const qsizetype row = chosenRow();
    if (row < 0 || row >= m_found.size())
        return;
    const RoomId room{ m_found[row].room };
    const AccountId person{ m_found[row].person };
    const std::optional<FoundServer> server = m_found[row].server;
    const QByteArray nearby = m_found[row].nearby;
    const bool isToJoin = m_found[row].isToJoin;
    close();
    if (isToJoin)
        Q_EMIT joinChosen(room);
    else if (room.isValid())
        Q_EMIT roomChosen(room);
    else if (person.isValid())
        Q_EMIT personChosen(person);
    else if (server)
        Q_EMIT serverChosen(*server);
    else if (!nearby.isEmpty())
        Q_EMIT nearbyChosen(nearby);
}

void QuickSwitcher::close()
{
    if (!isVisible())
        return;
    qApp->removeEventFilter(this);
    window()->removeEventFilter(this);
    hide();
    m_typed.stop();
    delete m_public;
    m_finder->setActive(false);
    if (m_focusBefore)
        m_focusBefore->setFocus(Qt::OtherFocusReason);
}

bool QuickSwitcher::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::MouseButtonPress && watched->isWidgetType() && isVisible()
        && !geometry().contains(
            parentWidget()->mapFromGlobal(static_cast<QMouseEvent *>(event)->globalPosition().toPoint())))
        close();
    else if (watched == window() && event->type() == QEvent::Resize)
        fit();
    if (watched != m_field)
        return PickPopup::eventFilter(watched, event);
    // The window's shortcuts must not take Esc or the arrows from the field.
    if (event->type() == QEvent::ShortcutOverride && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
        event->accept();
        return true;
    }
    if (event->type() == QEvent::KeyPress) {
        switch (const int key = static_cast<QKeyEvent *>(event)->key(); key) {
        case Qt::Key_Escape:
            close();
            return true;
        case Qt::Key_Up:
        case Qt::Key_Down:
            moveBy(key == Qt::Key_Up ? -1 : 1);
            return true;
        case Qt::Key_Return:
        case Qt::Key_Enter:
            choose();
            return true;
        case Qt::Key_Tab:
        case Qt::Key_Backtab:
            return true;
        default:
            break;
        }
    }
    return PickPopup::eventFilter(watched, event);
}

void QuickSwitcher::fit()
{
    const Tokens &tokens = theme().tokens();
    const int pad = tokens.space(Space::Medium);
    layout()->setContentsMargins(pad, pad, pad, pad);
    layout()->setSpacing(tokens.space(Space::Small));
    const bool isEmpty = list().count() == 0;
    const int below = isEmpty ? tokens.px(48) : listHeight(MostRows);
    list().setVisible(!isEmpty);
    list().setFixedHeight(listHeight(MostRows));
    m_nothing->setVisible(isEmpty);
    m_nothing->setFixedHeight(tokens.px(48));
    const int width = std::min(tokens.px(520), parentWidget()->width() - 2 * tokens.space(Space::Wide));
    const int height = pad * 2 + tokens.controlHeight() + tokens.space(Space::Small) + below;
    m_field->setFixedHeight(tokens.controlHeight());
    setGeometry((parentWidget()->width() - width) / 2, tokens.px(72), width, height);
}

void QuickSwitcher::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslateUi();
    PickPopup::changeEvent(event);
}

void QuickSwitcher::retranslateUi()
{
    m_field->setPlaceholderText(tr("Go to a room or a person…"));
    m_field->setAccessibleName(tr("Go to a room or a person"));
    list().setAccessibleName(tr("Rooms, people and servers"));
    m_nothing->setText(tr("Nothing here is called that."));
}

} // namespace salon
