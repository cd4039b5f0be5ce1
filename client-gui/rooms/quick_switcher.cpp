// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-gui/rooms/quick_switcher.h"

#include "client-gui/app/avatar_painter.h"
#include "client-gui/app/theme.h"
#include "client-gui/app/tinted_icon.h"
#include "client-gui/rooms/fuzzy_match.h"
#include "client-gui/widgets/badge_painter.h"
#include "client-gui/widgets/text_label.h"
#include "shared/client-core/text/completion.h"
#include "shared/client-core/workspace.h"

#include <QApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace salon {

namespace {

enum EntryRole
{
    RoomRole = Qt::UserRole + 1,
    PersonRole,
    IconRole,
    DetailRole,
    UnreadRole
};

class EntryDelegate : public QStyledItemDelegate
{
public:
    EntryDelegate(Theme &theme, QObject *parent)
        : QStyledItemDelegate(parent)
        , m_theme(theme)
    {
    }

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override
    {
        return { 100, m_theme.tokens().px(36) };
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Tokens &tokens = m_theme.tokens();
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        if (option.state & (QStyle::State_Selected | QStyle::State_MouseOver)) {
            painter->setPen(Qt::NoPen);
            painter->setBrush(
                tokens.colour(option.state & QStyle::State_Selected ? ColourRole::Selection : ColourRole::Hover));
            painter->drawRoundedRect(
                QRectF(option.rect).adjusted(0, 1, 0, -1), tokens.controlRadius(), tokens.controlRadius());
        }
        const int gap = tokens.space(Space::Small);
        QRect row = option.rect.adjusted(gap, 0, -gap, 0);
        const int side = tokens.listAvatar();
        const QRect picture(row.left(), row.center().y() - side / 2 + 1, side, side);
        const QString name = index.data(Qt::DisplayRole).toString();
        const QString icon = index.data(IconRole).toString();
        if (icon.isEmpty()) {
            paintAvatar(*painter, picture, avatarFace(name, hueOf(index.data(PersonRole).toLongLong())), tokens);
        } else {
            const int inset = (side - tokens.rowIcon()) / 2;
            paintIcon(*painter, picture.adjusted(inset, inset, -inset, -inset), icon, tokens.colour(ColourRole::Muted));
        }
        row.setLeft(picture.right() + gap);
        const int badge
            = paintBadge(*painter, row, badgeText(index.data(UnreadRole).toInt()), BadgeKind::Unread, tokens);
        row.setRight(row.right() - badge - (badge > 0 ? gap : 0));
        painter->setFont(tokens.font(TextRole::Body));
        painter->setPen(tokens.colour(ColourRole::Text));
        const QString shown = painter->fontMetrics().elidedText(name, Qt::ElideRight, row.width());
        painter->drawText(row, Qt::AlignVCenter | Qt::AlignLeft, shown);
        row.setLeft(row.left() + painter->fontMetrics().horizontalAdvance(shown) + gap);
        painter->setFont(tokens.font(TextRole::Meta));
        painter->setPen(tokens.colour(ColourRole::Muted));
        painter->drawText(row, Qt::AlignVCenter | Qt::AlignRight,
            painter->fontMetrics().elidedText(index.data(DetailRole).toString(), Qt::ElideRight, row.width()));
        painter->restore();
    }

private:
    Theme &m_theme;
};

} // namespace

QuickSwitcher::QuickSwitcher(Theme &theme, QWidget *window)
    : QFrame(window)
    , m_theme(theme)
    , m_field(new QLineEdit(this))
    , m_list(new QListWidget(this))
    , m_nothing(new TextLabel(theme, TextRole::Body, ColourRole::Muted, this))
{
    setObjectName(u"quickSwitcher"_s);
    m_field->setObjectName(u"quickSwitcherField"_s);
    m_field->addAction(tintedIcon(theme, u"search"_s), QLineEdit::LeadingPosition);
    m_field->installEventFilter(this);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setMouseTracking(true);
    m_list->setItemDelegate(new EntryDelegate(theme, m_list));
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->viewport()->setAutoFillBackground(false);
    m_nothing->setAlignment(Qt::AlignCenter);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_field);
    layout->addWidget(m_list);
    layout->addWidget(m_nothing);
    connect(m_field, &QLineEdit::textChanged, this, &QuickSwitcher::search);
    connect(m_list, &QListWidget::itemClicked, this, &QuickSwitcher::choose);
    connect(&theme, &Theme::changed, this, &QuickSwitcher::fit);
    hide();
    retranslateUi();
}

void QuickSwitcher::open(Workspace &workspace)
{
    m_workspace = &workspace;
    if (!isVisible()) {
        m_focusBefore = QApplication::focusWidget();
        window()->installEventFilter(this);
        qApp->installEventFilter(this);
    }
    m_field->clear();
    search();
    fit();
    raise();
    show();
    m_field->setFocus(Qt::ShortcutFocusReason);
}

QList<QuickSwitcher::Entry> QuickSwitcher::entries() const
{
    QList<Entry> all;
    const RoomListModel &rooms = m_workspace->roomList();
    for (int row = 0; row < rooms.rowCount(); ++row) {
        const QModelIndex index = rooms.index(row, 0);
        Entry entry;
        entry.name = index.data(RoomListModel::NameRole).toString();
        entry.detail = index.data(RoomListModel::TopicRole).toString();
        entry.room = index.data(RoomListModel::RoomIdRole).toLongLong();
        entry.unread = index.data(RoomListModel::UnreadRole).toUInt();
        entry.activity = index.data(RoomListModel::LastActivityRole).toLongLong();
        const auto kind = RoomKind(index.data(RoomListModel::KindRole).toInt());
        if (kind == RoomKind::Direct)
            entry.person = index.data(RoomListModel::OthersRole).toList().value(0).toLongLong();
        else
            entry.icon = kind == RoomKind::Private ? u"lock"_s : u"hash"_s;
        all.append(entry);
    }
    for (const Profile &person : m_workspace->people().all()) {
        // Those with a conversation stand above already.
        if (person.id == m_workspace->selfId() || m_workspace->rooms().directWith(person.id).isValid())
            continue;
        Entry entry;
        entry.name = person.displayName.isEmpty() ? person.login : person.displayName;
        entry.detail = u'@' + person.login;
        entry.person = person.id.value;
        all.append(entry);
    }
    return all;
}

void QuickSwitcher::search()
{
    const QString pattern = foldedForSearch(m_field->text().trimmed());
    QList<std::pair<int, Entry>> found;
    for (const Entry &entry : entries()) {
        std::optional<int> score = fuzzyScore(pattern, foldedForSearch(entry.name));
        if (!score && entry.person > 0 && entry.room == 0)
            score = fuzzyScore(pattern, foldedForSearch(entry.detail));
        if (score)
            found.append({ *score, entry });
    }
    std::stable_sort(found.begin(), found.end(), [](const auto &left, const auto &right) {
        if (left.first != right.first)
            return left.first > right.first;
        if ((left.second.unread > 0) != (right.second.unread > 0))
            return left.second.unread > 0;
        return left.second.activity > right.second.activity;
    });
    m_list->clear();
    for (const auto &[score, entry] : std::as_const(found)) {
        if (m_list->count() >= 50)
            break;
        auto *item = new QListWidgetItem(entry.name, m_list);
        item->setData(RoomRole, entry.room);
        item->setData(PersonRole, entry.person);
        item->setData(IconRole, entry.icon);
        item->setData(DetailRole, entry.detail);
        item->setData(UnreadRole, entry.unread);
    }
    m_list->setCurrentRow(0);
    fit();
}

void QuickSwitcher::choose()
{
    const QListWidgetItem *item = m_list->currentItem();
    if (!item)
        return;
    const RoomId room{ item->data(RoomRole).toLongLong() };
    const AccountId person{ item->data(PersonRole).toLongLong() };
    close();
    if (room.isValid())
        Q_EMIT roomChosen(room);
    else if (person.isValid())
        Q_EMIT personChosen(person);
}

void QuickSwitcher::close()
{
    if (!isVisible())
        return;
    qApp->removeEventFilter(this);
    window()->removeEventFilter(this);
    hide();
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
        return QFrame::eventFilter(watched, event);
    // The window's shortcuts must not take Esc or the arrows from the field.
    if (event->type() == QEvent::ShortcutOverride && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
        event->accept();
        return true;
    }
    if (event->type() == QEvent::KeyPress) {
        const int count = m_list->count();
        switch (static_cast<QKeyEvent *>(event)->key()) {
        case Qt::Key_Escape:
            close();
            return true;
        case Qt::Key_Up:
        case Qt::Key_Down: {
            const int step = static_cast<QKeyEvent *>(event)->key() == Qt::Key_Up ? -1 : 1;
            if (count > 0)
                m_list->setCurrentRow((m_list->currentRow() + step + count) % count);
            return true;
        }
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
    return QFrame::eventFilter(watched, event);
}

void QuickSwitcher::fit()
{
    const Tokens &tokens = m_theme.tokens();
    const int pad = tokens.space(Space::Medium);
    layout()->setContentsMargins(pad, pad, pad, pad);
    layout()->setSpacing(tokens.space(Space::Small));
    const int rows = std::min(m_list->count(), MostRows);
    m_list->setVisible(rows > 0);
    m_list->setFixedHeight(std::max(1, rows) * tokens.px(36));
    m_nothing->setVisible(rows == 0);
    m_nothing->setFixedHeight(tokens.px(48));
    const int width = std::min(tokens.px(520), parentWidget()->width() - 2 * tokens.space(Space::Wide));
    const int height = pad * 2 + tokens.controlHeight() + tokens.space(Space::Small)
        + (rows > 0 ? rows * tokens.px(36) : tokens.px(48));
    m_field->setFixedHeight(tokens.controlHeight());
    setGeometry((parentWidget()->width() - width) / 2, tokens.px(72), width, height);
}

void QuickSwitcher::paintEvent(QPaintEvent *)
{
    const Tokens &tokens = m_theme.tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(tokens.colour(ColourRole::ControlLine), tokens.lineWidth()));
    painter.setBrush(tokens.colour(ColourRole::Raised));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), tokens.cardRadius(), tokens.cardRadius());
}

void QuickSwitcher::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslateUi();
    QFrame::changeEvent(event);
}

void QuickSwitcher::retranslateUi()
{
    m_field->setPlaceholderText(tr("Go to a room or a person…"));
    m_field->setAccessibleName(tr("Go to a room or a person"));
    m_list->setAccessibleName(tr("Rooms and people"));
    m_nothing->setText(tr("Nothing here is called that."));
}

} // namespace salon
