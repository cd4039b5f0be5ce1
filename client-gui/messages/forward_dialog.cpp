// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-gui/messages/forward_dialog.h"

#include "client-gui/app/theme.h"
#include "client-gui/app/tinted_icon.h"
#include "client-gui/dialogs/form_field.h"
#include "client-gui/dialogs/lines_delegate.h"
#include "client-gui/widgets/breakable.h"
#include "client-gui/widgets/text_label.h"
#include "shared/client-core/models/room_list_model.h"
#include "shared/client-core/models/room_list_proxy.h"
#include "shared/client-core/text/event_text.h"
#include "shared/client-core/text/forwarded_text.h"
#include "shared/client-core/workspace.h"
#include "shared/markup/plain_text.h"

#include <QCoreApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace salon {

namespace {

constexpr qsizetype PreviewCharacters = 200;

class TargetDelegate final : public LinesDelegate
{
public:
    TargetDelegate(Theme &theme, QObject *parent)
        : LinesDelegate(theme, { TextRole::ListItem }, parent)
    {
    }

protected:
    [[nodiscard]] Content content(const QModelIndex &index) const override
    {
        const auto kind = RoomKind(index.data(RoomListModel::KindRole).toInt());
        const QString icon = kind == RoomKind::Direct ? u"person"_s : kind == RoomKind::Private ? u"lock"_s : u"hash"_s;
        return { icon, ColourRole::Muted, { Line{ index.data(RoomListModel::NameRole).toString() } } };
    }
};

} // namespace

ForwardDialog::ForwardDialog(Theme &theme, Workspace &workspace, const TimelineRow &message, QWidget *parent)
    : SalonDialog(theme, parent)
    , m_workspace(workspace)
    , m_message(message)
    , m_rooms(new RoomListProxy(this))
    , m_search(new QLineEdit(this))
    , m_comment(new QLineEdit(this))
    , m_searchField(new FormField(theme, m_search, 0, this))
    , m_commentField(new FormField(theme, m_comment, 0, this))
    , m_list(new QListView(this))
    , m_preview(new TextLabel(theme, TextRole::Meta, ColourRole::Muted, this))
    , m_cancel(addCancel())
    , m_send(addPrimary())
{
    setObjectName(u"forwardDialog"_s);
    m_search->setObjectName(u"forwardSearch"_s);
    m_comment->setObjectName(u"forwardComment"_s);
    m_list->setObjectName(u"forwardRooms"_s);
    m_send->setObjectName(u"forwardSend"_s);
    m_search->setClearButtonEnabled(true);
    m_search->addAction(tintedIcon(theme, u"search"_s), QLineEdit::LeadingPosition);
    m_search->installEventFilter(this);
    m_preview->setWordWrap(true);
    m_rooms->setSourceModel(&workspace.roomList());
    m_rooms->setOrder(RoomListProxy::Order::Activity);
    m_list->setModel(m_rooms);
    m_list->setItemDelegate(new TargetDelegate(theme, m_list));
    m_list->setMouseTracking(true);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    content()->addWidget(m_preview);
    content()->addWidget(m_searchField);
    content()->addWidget(m_list, 1);
    content()->addWidget(m_commentField);
    setTroubleLines(1);
    connect(m_search, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_rooms->setFilterText(text);
        selectFirst();
    });
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
        [this](const QModelIndex &now) { m_send->setEnabled(now.isValid()); });
    connect(m_list, &QListView::doubleClicked, this, &ForwardDialog::send);
    connect(m_send, &QPushButton::clicked, this, &ForwardDialog::send);
    selectFirst();
    m_search->setFocus();
    retranslateUi();
    applyTheme();
}

void ForwardDialog::selectFirst()
{
    if (!m_list->currentIndex().isValid() && m_rooms->rowCount() > 0)
        m_list->setCurrentIndex(m_rooms->index(0, 0));
    m_send->setEnabled(m_list->currentIndex().isValid());
}

void ForwardDialog::send()
{
    const QModelIndex chosen = m_list->currentIndex();
    if (!chosen.isValid())
        return;
    clearTrouble();
    const RoomId room{ chosen.data(RoomListModel::RoomIdRole).toLongLong() };
    const QString name = chosen.data(RoomListModel::NameRole).toString();
    const QString text = forwardedText(m_comment->text(), m_message.authorName, m_message.text, m_message.format);
    const Result<Cid> queued
        = m_workspace.forwardFiles(room, text, m_message.files, m_message.folder, { 0, TextFormat::Markdown });
    if (!queued) {
        showTrouble(queued.error());
        return;
    }
    Q_EMIT forwarded(name);
    accept();
}

bool ForwardDialog::eventFilter(QObject *watched, QEvent *event)
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

void ForwardDialog::retranslateUi()
{
    setHeading(tr("Forward a message"));
    RoomEvent files;
    files.files = m_message.files;
    files.folder = m_message.folder;
    //: %1 is a person's name, %2 the beginning of what they wrote
    m_preview->setText(breakable(tr("%1: %2").arg(
        m_message.authorName, EventText::withFiles(files, oneLine(m_message.formatted, PreviewCharacters)))));
    m_searchField->setWords(tr("To which room or person?"));
    m_commentField->setWords(tr("Comment (if you like)"));
    m_list->setAccessibleName(tr("Rooms and people"));
    m_cancel->setText(tr("Cancel"));
    m_send->setText(tr("Forward"));
}

void ForwardDialog::applyTheme()
{
    m_list->setMinimumHeight(theme().tokens().px(200));
    m_list->doItemsLayout();
}

} // namespace salon
