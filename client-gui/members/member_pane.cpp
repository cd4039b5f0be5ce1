// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-gui/members/member_pane.h"

#include "client-gui/app/theme.h"
#include "client-gui/app/tinted_icon.h"
#include "client-gui/members/member_words.h"
#include "client-gui/nearby/device_menu.h"
#include "client-gui/nearby/same_people.h"
#include "client-gui/rooms/presence_mark.h"
#include "client-gui/rooms/section_list_view.h"
#include "client-gui/widgets/sign_line.h"
#include "client-gui/widgets/text_label.h"
#include "shared/client-core/models/member_model.h"

#include <QEvent>
#include <QLocale>
#include <QMenu>
#include <QPaintEvent>
#include <QPainter>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace salon {

namespace {

/// Avatar with presence, name, a muted status behind it, a house at the end while linked without the server.
class MemberDelegate : public SectionDelegate
{
public:
    using SectionDelegate::SectionDelegate;

protected:
    void paintRow(QPainter &painter, const Row &row, const QModelIndex &index) const override
    {
        const Tokens &tokens = view().theme().tokens();
        const int side = tokens.listAvatar();
        const int gap = tokens.space(Space::Small);
        const QString name = index.data(MemberModel::NameRole).toString();
        const auto state = PresenceState(index.data(MemberModel::PresenceRole).toInt());
        const bool isPresent = state != PresenceState::Offline;
        const QRect picture(row.rect.left(), row.rect.center().y() - side / 2 + 1, side, side);
        const int hue = hueOf(index.data(MemberModel::AccountIdRole).toLongLong());
        painter.setOpacity(isPresent || tokens.isHighContrast() ? 1 : 0.6);
        paintAvatar(painter, picture, avatarFace(name, hue), tokens, presenceMark(state), row.ground);
        painter.setOpacity(1);
        QRect rest = row.rect.adjusted(side + gap, 0, 0, 0);
        if (index.data(MemberWords::IsDirectRole).toBool()) {
            const int sign = tokens.px(14);
            paintIcon(painter, QRect(rest.right() - sign, rest.center().y() - sign / 2 + 1, sign, sign), u"house"_s,
                tokens.colour(ColourRole::Ok));
            rest.setRight(rest.right() - sign - gap);
        }
        painter.setFont(tokens.font(TextRole::ListItem));
        painter.setPen(tokens.colour(isPresent ? ColourRole::Text : ColourRole::Muted));
        const int taken = paintSignLine(painter, rest, Qt::AlignLeft, name);
        const QString status = index.data(MemberModel::StatusTextRole).toString();
        rest.setLeft(rest.left() + taken + gap);
        if (status.isEmpty() || rest.width() < tokens.px(24))
            return;
        painter.setFont(tokens.font(TextRole::Meta));
        painter.setPen(tokens.colour(ColourRole::Muted));
        paintSignLine(painter, rest, Qt::AlignLeft, status);
    }
};

} // namespace

MemberPane::MemberPane(Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_words(new MemberWords(this))
    , m_list(new SectionListView(
          theme, MemberModel::IsPresentRole, [this](const QModelIndex &index) { return headText(index); }, this))
    , m_note(new TextLabel(theme, TextRole::Meta, ColourRole::Muted, this))
{
    setObjectName(u"memberPane"_s);
    m_list->setObjectName(u"memberList"_s);
    m_list->setItemDelegate(new MemberDelegate(*m_list));
    m_list->setModel(m_words);
    m_note->setWordWrap(true);
    m_note->setAlignment(Qt::AlignHCenter);
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(0);
    layout->addWidget(m_note);
    layout->addWidget(m_list, 1);
    connect(m_list, &SectionListView::chosen, this, [this](const QModelIndex &index) {
        openMenu(index, m_list->viewport()->mapToGlobal(m_list->visualRect(index).bottomLeft()));
    });
    connect(m_list, &SectionListView::menuWanted, this, &MemberPane::openMenu);
    connect(&theme, &Theme::changed, this, &MemberPane::applyLook);
    applyLook();
    retranslateUi();
}

MemberPane::~MemberPane() = default;

void MemberPane::setModel(MemberModel *model)
{
    if (m_members)
        m_members->disconnect(this);
    m_members = model;
    m_hasFailed = false;
    m_words->setSourceModel(model);
    if (model) {
        connect(model, &MemberModel::loadingChanged, this, [this](bool isLoading) {
            m_hasFailed = m_hasFailed && !isLoading;
            showState();
        });
        connect(model, &MemberModel::loadFailed, this, [this] {
            m_hasFailed = true;
            showState();
        });
        const auto recount = [this] {
            m_list->viewport()->update();
        };
        connect(model, &MemberModel::presentCountChanged, this, recount);
        connect(model, &QAbstractItemModel::rowsInserted, this, &MemberPane::showState);
        connect(model, &QAbstractItemModel::rowsRemoved, this, recount);
        connect(model, &QAbstractItemModel::modelReset, this, &MemberPane::showState);
    }
    showState();
}

void MemberPane::setSamePeople(const SamePeople *same)
{
    m_same = same;
    m_words->setSamePeople(same);
}

void MemberPane::focusList()
{
    m_list->setFocus(Qt::ShortcutFocusReason);
    if (!m_list->currentIndex().isValid())
        m_list->setCurrentIndex(m_words->index(0, 0));
}

void MemberPane::showState()
{
    const bool isEmpty = !m_members || m_members->rowCount() == 0;
    m_note->setText(!isEmpty || !m_members ? QString()
            : m_hasFailed                  ? tr("The members are shown when you are connected.")
            : m_members->isLoading()       ? tr("Loading members…")
                                           : QString());
    m_note->setVisible(!m_note->text().isEmpty());
    m_list->viewport()->update();
}

QString MemberPane::headText(const QModelIndex &index) const
{
    if (!m_members)
        return {};
    const int present = m_members->presentCount();
    const QLocale locale;
    return index.data(MemberModel::IsPresentRole).toBool()
        //: Head of a list of people; %1 is how many
        ? tr("ONLINE — %1").arg(locale.toString(present))
        //: Head of a list of people; %1 is how many
        : tr("OFFLINE — %1").arg(locale.toString(m_members->rowCount() - present));
}

void MemberPane::openMenu(const QModelIndex &index, QPoint globalPosition)
{
    if (index.data(MemberModel::IsSelfRole).toBool())
        return;
    const AccountId person{ index.data(MemberModel::AccountIdRole).toLongLong() };
    const QString login = index.data(MemberModel::LoginRole).toString();
    auto *menu = new QMenu(this);
    menu->setObjectName(u"memberMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    connect(menu->addAction(tr("Send a direct message")), &QAction::triggered, this,
        [this, person] { Q_EMIT directRequested(person); });
    const QList<NearbyPerson> devices = m_same ? m_same->devicesOf(person) : QList<NearbyPerson>();
    const QString write = tr("Write directly, without the server");
    const auto choose = [this](const QByteArray &key) {
        Q_EMIT nearbyRequested(key);
    };
    if (devices.size() > 1)
        addDevices(*menu->addMenu(write), devices, this, choose);
    else if (!devices.isEmpty())
        menu->addAction(write, this, [choose, key = devices.constFirst().key] { choose(key); });
    connect(
        menu->addAction(tr("Mention")), &QAction::triggered, this, [this, login] { Q_EMIT mentionRequested(login); });
    if (m_mayRemove && m_mayRemove()) {
        const QString name = index.data(MemberModel::NameRole).toString();
        menu->addSeparator();
        QAction *remove = menu->addAction(tintedIcon(m_theme, u"remove-person"_s), tr("Remove from the room…"));
        remove->setObjectName(u"removeMember"_s);
        connect(
            remove, &QAction::triggered, this, [this, person, name] { Q_EMIT removalRequested(person, name, false); });
        QAction *ban = menu->addAction(tintedIcon(m_theme, u"ban"_s), tr("Ban from the room…"));
        ban->setObjectName(u"banMember"_s);
        connect(ban, &QAction::triggered, this, [this, person, name] { Q_EMIT removalRequested(person, name, true); });
    }
    menu->popup(globalPosition);
}

void MemberPane::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslateUi();
    QWidget::changeEvent(event);
}

void MemberPane::paintEvent(QPaintEvent *event)
{
    QPainter painter(this);
    painter.fillRect(event->rect(), m_theme.colour(ColourRole::Window));
}

void MemberPane::applyLook()
{
    const Tokens &tokens = m_theme.tokens();
    layout()->setContentsMargins(0, tokens.space(Space::Small), 0, 0);
    m_note->setContentsMargins(tokens.space(Space::Medium), tokens.space(Space::Large), tokens.space(Space::Medium), 0);
    setMinimumWidth(tokens.px(160));
    setMaximumWidth(tokens.px(320));
    update();
}

void MemberPane::retranslateUi()
{
    m_list->setAccessibleName(tr("Members"));
    showState();
}

} // namespace salon
