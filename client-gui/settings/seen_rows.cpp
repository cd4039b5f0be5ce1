// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-gui/settings/seen_rows.h"

#include "client-gui/app/control_look.h"
#include "client-gui/settings/setting_row.h"
#include "client-gui/widgets/text_label.h"
#include "shared/base/when_ready.h"
#include "shared/client-core/text/error_text.h"
#include "shared/client-core/workspaces.h"

#include <QCheckBox>
#include <QEvent>
#include <QSignalBlocker>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace salon {

SeenRows::SeenRows(Theme &theme, Workspaces &workspaces, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_workspaces(workspaces)
    , m_trouble(new TextLabel(theme, TextRole::Meta, ColourRole::Danger, this))
{
    m_trouble->setWordWrap(true);
    m_trouble->hide();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_trouble);
    connect(&workspaces, &Workspaces::added, this, &SeenRows::rebuild);
    connect(&workspaces, &Workspaces::removed, this, &SeenRows::rebuild);
    rebuild();
}

void SeenRows::rebuild()
{
    for (const Row &row : std::as_const(m_rows))
        delete row.row; // with its switch
    m_rows.clear();
    const QList<Workspace *> all = m_workspaces.all();
    for (Workspace *workspace : all) {
        auto *box = new QCheckBox;
        box->setObjectName(u"showsSeen"_s);
        setSwitchLook(box);
        auto *row = new SettingRow(m_theme, box, SettingRow::Place::Beside, this);
        static_cast<QVBoxLayout *>(layout())->insertWidget(int(m_rows.size()), row);
        m_rows.append({ workspace, box, row });
        connect(box, &QCheckBox::toggled, this, [this, workspace = QPointer(workspace)](bool shows) {
            if (workspace)
                set(*workspace, shows);
        });
        connect(workspace, &Workspace::privacyChanged, row, [this] { showStates(); });
        connect(&workspace->session(), &Session::stateChanged, row, [this] { showStates(); });
    }
    retranslateUi();
    showStates();
}

void SeenRows::showStates()
{
    for (const Row &row : std::as_const(m_rows)) {
        if (!row.workspace)
            continue;
        const QSignalBlocker quiet(row.box);
        row.box->setChecked(!row.workspace->hidesSeen());
        row.box->setEnabled(row.workspace->session().isOnline());
        row.row->setVisible(row.workspace->canMarkUnread());
    }
}

void SeenRows::set(Workspace &workspace, bool shows)
{
    m_trouble->hide();
    whenReady(workspace.setPrivacy(!shows), this, [this](const Result<> &set) {
        if (!set) {
            m_trouble->setText(ErrorText::of(set.error()));
            m_trouble->show();
        }
        showStates();
    });
}

void SeenRows::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslateUi();
    QWidget::changeEvent(event);
}

void SeenRows::retranslateUi()
{
    for (const Row &row : std::as_const(m_rows)) {
        const QString hint = tr("In small rooms, small pictures show who has seen a message. Off: nobody sees it of "
                                "you, nor you of them.");
        row.row->setWords(m_rows.size() < 2 || !row.workspace
                ? tr("Show others how far I have read")
                //: %1 is the name of a server
                : tr("Show others on “%1” how far I have read").arg(row.workspace->name()),
            hint);
    }
}

} // namespace salon
