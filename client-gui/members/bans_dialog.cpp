// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-gui/members/bans_dialog.h"

#include "client-gui/app/theme.h"
#include "client-gui/dialogs/row_delegate.h"
#include "client-gui/widgets/text_label.h"
#include "shared/base/when_ready.h"
#include "shared/client-core/workspace.h"

#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace salon {

BansDialog::BansDialog(Theme &theme, Workspace &workspace, RoomId room, QWidget *parent)
    : SalonDialog(theme, parent)
    , m_workspace(&workspace)
    , m_room(room)
    , m_note(new TextLabel(theme, TextRole::Body, ColourRole::Muted, this))
    , m_list(new QListWidget(this))
    , m_close(addCancel())
    , m_lift(addPrimary())
{
    setObjectName(u"bansDialog"_s);
    m_list->setObjectName(u"bannedPeople"_s);
    m_list->setItemDelegate(new RowDelegate(m_list));
    m_lift->setObjectName(u"liftBan"_s);
    m_note->setWordWrap(true);
    content()->addWidget(m_note);
    content()->addWidget(m_list, 1);
    setTroubleLines(1);
    connect(m_lift, &QPushButton::clicked, this, &BansDialog::lift);
    connect(m_list, &QListWidget::currentRowChanged, this, &BansDialog::showState);
    retranslateUi();
    applyTheme();
    load();
}

void BansDialog::load()
{
    whenReady(m_workspace->listBans(m_room), this, [this](const Result<QList<Profile>> &people) {
        m_isLoading = false;
        m_list->clear();
        if (!people) {
            showTrouble(people.error());
            showState();
            return;
        }
        for (const Profile &person : *people) {
            //: %1 is a person's name, %2 the name they log in with
            auto *item = new QListWidgetItem(tr("%1 (@%2)").arg(person.displayName, person.login), m_list);
            item->setData(Qt::UserRole, person.id.value);
        }
        m_list->setCurrentRow(0);
        showState();
    });
}

void BansDialog::lift()
{
    const QListWidgetItem *chosen = m_list->currentItem();
    if (!chosen || !m_workspace)
        return;
    clearTrouble();
    m_lift->setEnabled(false);
    const AccountId person{ chosen->data(Qt::UserRole).toLongLong() };
    whenReady(m_workspace->liftBan(m_room, person), this, [this](const Result<> &lifted) {
        if (!lifted)
            showTrouble(lifted.error());
        if (m_workspace)
            load();
    });
}

void BansDialog::showState()
{
    const bool isEmpty = m_list->count() == 0;
    m_note->setText(m_isLoading ? tr("Loading…") : isEmpty ? tr("Nobody is banned from this room.") : QString());
    m_note->setVisible(!m_note->text().isEmpty());
    m_list->setVisible(!isEmpty);
    m_lift->setEnabled(m_list->currentItem() != nullptr);
}

void BansDialog::retranslateUi()
{
    setHeading(tr("People who may not come in"));
    m_list->setAccessibleName(tr("Banned people"));
    m_close->setText(tr("Close"));
    m_lift->setText(tr("Lift the ban"));
    showState();
}

void BansDialog::applyTheme()
{
    m_list->setMinimumHeight(theme().tokens().px(160));
}

} // namespace salon
