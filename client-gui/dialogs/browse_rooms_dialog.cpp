// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-gui/dialogs/browse_rooms_dialog.h"

#include "client-gui/app/theme.h"
#include "client-gui/app/tinted_icon.h"
#include "client-gui/dialogs/form_field.h"
#include "client-gui/dialogs/public_room_delegate.h"
#include "client-gui/widgets/empty_state.h"
#include "shared/base/when_ready.h"
#include "shared/client-core/text/people_text.h"
#include "shared/client-core/workspace.h"

#include <QIdentityProxyModel>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QStackedLayout>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace salon {
namespace {

constexpr int PauseMs = 150;

/// Adds what assistive programs say of a room.
class SpokenRooms : public QIdentityProxyModel
{
public:
    using QIdentityProxyModel::QIdentityProxyModel;

    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override
    {
        if (role != Qt::AccessibleTextRole)
            return QIdentityProxyModel::data(index, role);
        const QString name = index.data(PublicRoomModel::NameRole).toString();
        const QString members = PeopleText::members(index.data(PublicRoomModel::MemberCountRole).toInt());
        return index.data(PublicRoomModel::IsMemberRole).toBool()
            //: A room in a list, read aloud: %1 its name, %2 "12 members"
            ? BrowseRoomsDialog::tr("%1, %2, joined").arg(name, members)
            : BrowseRoomsDialog::tr("%1, %2").arg(name, members);
    }
};

} // namespace

BrowseRoomsDialog::BrowseRoomsDialog(Theme &theme, Workspace &workspace, QWidget *parent)
    : SalonDialog(theme, parent)
    , m_workspace(workspace)
    , m_model(workspace.makeRoomSearch(this))
    , m_search(new QLineEdit(this))
    , m_field(new FormField(theme, m_search, 0, this))
    , m_list(new QListView(this))
    , m_empty(new EmptyState(theme, u"no-rooms"_s, this))
    , m_found(new QStackedLayout)
    , m_create(addSide())
    , m_cancel(addCancel())
    , m_open(addPrimary())
{
    m_search->setObjectName(u"roomSearch"_s);
    m_list->setObjectName(u"roomsFound"_s);
    m_open->setObjectName(u"open"_s);
    m_create->setObjectName(u"create"_s);
    m_search->setClearButtonEnabled(true);
    m_search->setMaxLength(64);
    m_search->addAction(tintedIcon(theme, u"search"_s), QLineEdit::LeadingPosition);
    m_search->installEventFilter(this);
    auto *spoken = new SpokenRooms(this);
    spoken->setSourceModel(m_model);
    m_list->setModel(spoken);
    m_list->setItemDelegate(new PublicRoomDelegate(theme, m_list));
    m_list->setMouseTracking(true);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_found->addWidget(m_list);
    m_found->addWidget(m_empty);
    content()->addWidget(m_field);
    content()->addLayout(m_found, 1);
    setDrawnWidth(520);
    setTroubleLines(1);

    m_typed.setSingleShot(true);
    m_typed.setInterval(PauseMs);
    connect(&m_typed, &QTimer::timeout, this, &BrowseRoomsDialog::search);
    connect(m_search, &QLineEdit::textChanged, this, [this] { m_typed.start(); });
    connect(m_model, &PublicRoomModel::loadingChanged, this, [this](bool loading) {
        if (!loading)
            showFound();
    });
    connect(m_model, &PublicRoomModel::loadFailed, this, [this](const Error &error) { showTrouble(error); });
    connect(spoken, &QAbstractItemModel::dataChanged, this, &BrowseRoomsDialog::showSelected);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &BrowseRoomsDialog::showSelected);
    connect(m_list, &QListView::doubleClicked, this, &BrowseRoomsDialog::openSelected);
    connect(m_open, &QPushButton::clicked, this, &BrowseRoomsDialog::openSelected);
    connect(m_empty, &EmptyState::actionTriggered, m_create, &QPushButton::click);
    connect(m_create, &QPushButton::clicked, this, [this] {
        accept();
        Q_EMIT createRequested();
    });
    m_search->setFocus();
    retranslateUi();
    applyTheme();
    showSelected();
    search();
}

void BrowseRoomsDialog::search()
{
    clearTrouble();
    m_model->search(m_search->text().trimmed());
}

void BrowseRoomsDialog::showFound()
{
    m_found->setCurrentIndex(m_model->rowCount() > 0 ? 0 : 1);
    if (m_model->rowCount() > 0 && !m_list->currentIndex().isValid())
        m_list->setCurrentIndex(m_list->model()->index(0, 0));
    m_isFirstAnswer = false;
    retranslateUi();
    showSelected();
}

void BrowseRoomsDialog::showSelected()
{
    const QModelIndex selected = m_list->currentIndex();
    m_open->setEnabled(selected.isValid());
    m_open->setText(selected.data(PublicRoomModel::IsMemberRole).toBool() ? tr("Open the room") : tr("Join the room"));
}

void BrowseRoomsDialog::openSelected()
{
    const QModelIndex selected = m_list->currentIndex();
    if (!selected.isValid() || !m_open->isEnabled())
        return;
    const RoomId room{ selected.data(PublicRoomModel::RoomIdRole).toLongLong() };
    if (selected.data(PublicRoomModel::IsMemberRole).toBool()) {
        Q_EMIT roomOpened(room);
        accept();
        return;
    }
    clearTrouble();
    m_open->setEnabled(false);
    whenReady(m_workspace.joinRoom(room), this, [this](const Result<RoomId> &joined) {
        showSelected();
        if (!joined) {
            showTrouble(joined.error());
            return;
        }
        Q_EMIT roomOpened(*joined);
        accept();
    });
}

bool BrowseRoomsDialog::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_search && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Down || key == Qt::Key_Up || key == Qt::Key_PageDown || key == Qt::Key_PageUp) {
            QCoreApplication::sendEvent(m_list, event); // the field keeps the focus, the list follows the arrows
            return true;
        }
    }
    return SalonDialog::eventFilter(watched, event);
}

void BrowseRoomsDialog::retranslateUi()
{
    setHeading(tr("Find rooms"));
    m_field->setWords(tr("Name or topic"));
    m_list->setAccessibleName(tr("Rooms found"));
    m_empty->setSentence(m_search->text().trimmed().isEmpty() ? tr("This server has no public room yet.")
                                                              : tr("No public room has this in its name or topic."));
    m_empty->setAction(tr("Create a room"));
    m_create->setText(tr("Create a room…"));
    m_cancel->setText(tr("Close"));
    showSelected();
}

void BrowseRoomsDialog::applyTheme()
{
    m_list->setMinimumHeight(theme().tokens().px(280));
    m_list->doItemsLayout();
}

} // namespace salon
