// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-gui/dialogs/outbox_dialog.h"

#include "client-gui/app/theme.h"
#include "client-gui/app/tinted_icon.h"
#include "client-gui/dialogs/outbox_delegate.h"
#include "client-gui/timeline/unsure_message.h"
#include "client-gui/widgets/empty_state.h"
#include "client-gui/widgets/plain_tool_tip.h"
#include "client-gui/widgets/text_label.h"
#include "shared/client-core/files/uploads.h"
#include "shared/client-core/workspace.h"

#include <QDateTime>
#include <QIdentityProxyModel>
#include <QListView>
#include <QPushButton>
#include <QStackedLayout>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace salon {
namespace {

/// Adds how the files of an entry get on, what assistive programs say, and the whole text and reason as a tool tip.
class SpokenOutbox : public QIdentityProxyModel
{
public:
    SpokenOutbox(Workspace &workspace, QObject *parent)
        : QIdentityProxyModel(parent)
        , m_workspace(workspace)
    {
    }

    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override
    {
        if (role == OutboxDelegate::UploadStateRole) {
            const Cid cid = m_workspace.outboxModel().cidAt(index.row());
            if (m_workspace.uploads().progress(cid).state == TransferProgress::Paused)
                return int(TransferProgress::Paused);
            return int(m_workspace.session().isOnline() ? TransferProgress::Running : TransferProgress::Waiting);
        }
        if (role != Qt::AccessibleTextRole && role != Qt::ToolTipRole)
            return QIdentityProxyModel::data(index, role);
        const QString state = OutboxDelegate::stateText(index);
        if (role == Qt::AccessibleTextRole)
            //: An unsent message, read aloud: %1 room, %2 its text, %3 what becomes of it
            return OutboxDialog::tr("%1: %2. %3")
                .arg(index.data(OutboxModel::RoomNameRole).toString(), index.data(OutboxModel::TextRole).toString(),
                    state);
        return plainToolTip(state);
    }

private:
    Workspace &m_workspace;
};

} // namespace

OutboxDialog::OutboxDialog(Theme &theme, Workspace &workspace, QWidget *parent)
    : SalonDialog(theme, parent)
    , m_workspace(workspace)
    , m_list(new QListView(this))
    , m_empty(new EmptyState(theme, u"empty-room"_s, this))
    , m_stack(new QStackedLayout)
    , m_details(new TextLabel(theme, TextRole::Meta, ColourRole::Text, this))
    , m_retry(addSide(ButtonLook::Normal))
    , m_edit(addSide(ButtonLook::Normal))
    , m_discard(addSide(ButtonLook::Normal))
    , m_retryAll(addSide(ButtonLook::Quiet))
    , m_close(addCancel())
{
    m_list->setObjectName(u"unsent"_s);
    m_retry->setObjectName(u"retry"_s);
    m_retryAll->setObjectName(u"retryAll"_s);
    m_details->setObjectName(u"outboxDetails"_s);
    m_details->setWordWrap(true);
    m_edit->setObjectName(u"edit"_s);
    m_discard->setObjectName(u"discard"_s);
    m_retry->setIcon(tintedIcon(theme, u"retry"_s));
    m_edit->setIcon(tintedIcon(theme, u"edit"_s));
    m_discard->setIcon(tintedIcon(theme, u"close"_s));
    auto *model = new SpokenOutbox(workspace, this);
    model->setSourceModel(&workspace.outboxModel());
    m_list->setModel(model);
    m_list->setItemDelegate(new OutboxDelegate(theme, m_list));
    m_list->setMouseTracking(true);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_stack->addWidget(m_list);
    m_stack->addWidget(m_empty);
    // In a widget: a layout alone forgets the least height of the list as soon as one of its neighbours wraps lines.
    auto *place = new QWidget(this);
    place->setLayout(m_stack);
    content()->addWidget(place, 1);
    content()->addWidget(m_details);
    setTroubleLines(0);
    setDrawnWidth(560);
    connect(m_retry, &QPushButton::clicked, this, &OutboxDialog::retry);
    connect(m_retryAll, &QPushButton::clicked, this, &OutboxDialog::retryAll);
    m_second.setInterval(1000);
    connect(&m_second, &QTimer::timeout, this, &OutboxDialog::showDetails);
    m_second.start();
    // The rows say what files wait for, too.
    const auto showStates = [this] {
        m_list->viewport()->update();
        showDetails();
    };
    connect(&workspace.session(), &Session::stateChanged, this, showStates);
    connect(&workspace.uploads(), &Uploads::changed, this, showStates);
    connect(m_edit, &QPushButton::clicked, this, &OutboxDialog::edit);
    connect(m_discard, &QPushButton::clicked, this, &OutboxDialog::discard);
    connect(model, &QAbstractItemModel::rowsInserted, this, &OutboxDialog::showEntries);
    connect(model, &QAbstractItemModel::rowsRemoved, this, &OutboxDialog::showEntries);
    connect(model, &QAbstractItemModel::modelReset, this, &OutboxDialog::showEntries);
    connect(model, &QAbstractItemModel::dataChanged, this, &OutboxDialog::showSelected);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &OutboxDialog::showSelected);
    retranslateUi();
    applyTheme();
    showEntries();
    m_list->setFocus();
}

void OutboxDialog::showEntries()
{
    const int rows = m_list->model()->rowCount();
    m_stack->setCurrentIndex(rows > 0 ? 0 : 1);
    if (rows > 0 && !m_list->currentIndex().isValid())
        m_list->setCurrentIndex(m_list->model()->index(0, 0));
    showSelected();
}

void OutboxDialog::showSelected()
{
    const QModelIndex selected = m_list->currentIndex();
    const auto state = SendState(selected.data(OutboxModel::SendStateRole).toInt());
    const bool isHeld = selected.isValid() && state != SendState::Sending && state != SendState::Stored;
    m_retry->setEnabled(isHeld && !selected.data(OutboxModel::ErrorRole).toString().isEmpty());
    const auto kind = EventKind(selected.data(OutboxModel::KindRole).toInt());
    m_edit->setEnabled(isHeld && (kind == EventKind::Message || kind == EventKind::Edited)); // others have no text
    m_discard->setEnabled(isHeld);
    const QAbstractItemModel *model = m_list->model();
    int failed = 0;
    for (int row = 0; row < model->rowCount(); ++row)
        failed += model->index(row, 0).data(OutboxModel::ErrorRole).toString().isEmpty() ? 0 : 1;
    m_retryAll->setVisible(failed > 1);
    showDetails();
}

void OutboxDialog::showDetails()
{
    const QModelIndex selected = m_list->currentIndex();
    QStringList words;
    if (selected.isValid()) {
        words.append(OutboxDelegate::stateText(selected));
        const Session &session = m_workspace.session();
        const auto state = SendState(selected.data(OutboxModel::SendStateRole).toInt());
        if (state == SendState::Failed)
            words.append(tr("It is not tried again by itself."));
        else if (!session.isOnline() && session.isRetrying())
            words.append(tr("Next try in %n second(s).", nullptr, std::max(1, session.retryInMs() / 1000)));
        else if (const qint64 leftMs
                 = selected.data(OutboxModel::NextTryRole).toLongLong() - QDateTime::currentMSecsSinceEpoch();
                 session.isOnline() && leftMs > 0)
            words.append(tr("Next try in %n second(s).", nullptr, int((leftMs + 999) / 1000)));
        else if (session.isOnline() && !selected.data(OutboxModel::ErrorRole).toString().isEmpty())
            words.append(tr("It is tried again by itself."));
        if (selected.data(OutboxModel::MayBeStoredRole).toBool())
            words.append(tr("The server may have it already; the next connection tells."));
    }
    const QString text = words.join(u' ');
    if (text != m_details->text())
        m_details->setText(text);
    m_details->setVisible(!text.isEmpty());
}

void OutboxDialog::retryAll()
{
    QList<Cid> failed;
    const QAbstractItemModel *model = m_list->model();
    for (int row = 0; row < model->rowCount(); ++row)
        if (!model->index(row, 0).data(OutboxModel::ErrorRole).toString().isEmpty())
            failed.append(m_workspace.outboxModel().cidAt(row));
    for (const Cid &cid : std::as_const(failed))
        m_workspace.retry(cid);
}

void OutboxDialog::retry()
{
    if (m_list->currentIndex().isValid())
        m_workspace.retry(m_workspace.outboxModel().cidAt(m_list->currentIndex().row()));
}

void OutboxDialog::edit()
{
    const QModelIndex selected = m_list->currentIndex();
    if (!selected.isValid())
        return;
    const RoomId room{ selected.data(OutboxModel::RoomIdRole).toLongLong() };
    Q_EMIT editRequested(room, m_workspace.outboxModel().cidAt(selected.row()));
    accept();
}

void OutboxDialog::discard()
{
    if (!m_list->currentIndex().isValid())
        return;
    const Cid cid = m_workspace.outboxModel().cidAt(m_list->currentIndex().row());
    if (m_workspace.discard(cid) == OutboxRemoval::MayBeStored)
        showUnsureMessage(this, [this, cid] { m_workspace.discard(cid, true); });
}

void OutboxDialog::retranslateUi()
{
    setHeading(tr("Unsent messages"));
    m_list->setAccessibleName(tr("Unsent messages"));
    m_empty->setSentence(tr("Everything you wrote has reached the server."));
    m_retry->setText(tr("Retry"));
    m_retryAll->setText(tr("Retry all"));
    m_edit->setText(tr("Edit"));
    m_discard->setText(tr("Discard"));
    m_close->setText(tr("Close"));
    m_list->viewport()->update();
    showDetails();
}

void OutboxDialog::applyTheme()
{
    m_list->setMinimumHeight(theme().tokens().px(260));
    m_list->doItemsLayout();
}

} // namespace salon
