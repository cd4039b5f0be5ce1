// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-gui/dialogs/create_room_dialog.h"

#include "client-gui/app/theme.h"
#include "client-gui/dialogs/form_field.h"
#include "client-gui/dialogs/people_picker.h"
#include "client-gui/widgets/text_label.h"
#include "shared/base/text_checks.h"
#include "shared/base/when_ready.h"
#include "shared/client-core/workspace.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace salon {

CreateRoomDialog::CreateRoomDialog(Theme &theme, Workspace &workspace, QWidget *parent)
    : SalonDialog(theme, parent)
    , m_workspace(workspace)
    , m_name(new QLineEdit(this))
    , m_topic(new QLineEdit(this))
    , m_nameField(new FormField(theme, m_name, 2, this))
    , m_topicField(new FormField(theme, m_topic, 1, this))
    , m_public(new QRadioButton(this))
    , m_private(new QRadioButton(this))
    , m_kindLabel(new TextLabel(theme, TextRole::Name, ColourRole::Text, this))
    , m_publicHint(new TextLabel(theme, TextRole::Meta, ColourRole::Muted, this))
    , m_privateHint(new TextLabel(theme, TextRole::Meta, ColourRole::Muted, this))
    , m_people(new PeoplePicker(theme, workspace, MaxFirstMembers, this))
    , m_cancel(addCancel())
    , m_create(addPrimary())
{
    m_name->setObjectName(u"roomName"_s);
    m_topic->setObjectName(u"roomTopic"_s);
    m_public->setObjectName(u"public"_s);
    m_private->setObjectName(u"private"_s);
    m_create->setObjectName(u"create"_s);
    m_public->setChecked(true);
    m_publicHint->setWordWrap(true);
    m_privateHint->setWordWrap(true);
    m_publicHint->setAlignment(Qt::AlignLeading | Qt::AlignTop);
    m_privateHint->setAlignment(Qt::AlignLeading | Qt::AlignTop);
    setDrawnWidth(680);
    setTroubleLines(1);

    auto *left = new QVBoxLayout;
    left->setSpacing(theme.tokens().space(Space::Small)); // else that of the columns
    left->addWidget(m_nameField);
    left->addWidget(m_kindLabel);
    left->addWidget(m_public);
    left->addWidget(m_publicHint);
    left->addWidget(m_private);
    left->addWidget(m_privateHint);
    left->addWidget(m_topicField);
    left->addStretch(1);
    auto *columns = new QHBoxLayout;
    columns->setSpacing(theme.tokens().space(Space::Wide));
    columns->addLayout(left, 1);
    columns->addWidget(m_people, 1);
    content()->addLayout(columns);
    m_people->setVisibleRows(6);

    connect(m_create, &QPushButton::clicked, this, &CreateRoomDialog::submit);
    connect(m_name, &QLineEdit::textEdited, m_nameField, &FormField::clearTrouble);
    connect(m_topic, &QLineEdit::textEdited, m_topicField, &FormField::clearTrouble);
    m_name->setFocus();
    retranslateUi();
    applyTheme();
}

void CreateRoomDialog::submit()
{
    clearTrouble();
    const Result<QString> name = checkRoomName(m_name->text());
    const Result<QString> topic = checkTopic(m_topic->text());
    if (!name || !topic) {
        refused(name ? topic.error() : name.error());
        return;
    }
    m_create->setEnabled(false);
    const RoomKind kind = m_private->isChecked() ? RoomKind::Private : RoomKind::Public;
    whenReady(
        m_workspace.createRoom(kind, *name, *topic, m_people->chosen()), this, [this](const Result<RoomId> &room) {
            m_create->setEnabled(true);
            if (!room) {
                refused(room.error());
                return;
            }
            Q_EMIT created(*room);
            accept();
        });
}

void CreateRoomDialog::refused(const Error &error)
{
    switch (error.code) {
    case ErrorCode::InvalidRoomName:
    case ErrorCode::RoomNameTaken:
    case ErrorCode::NameLooksAlike:
        m_nameField->setTrouble(error);
        m_name->setFocus();
        break;
    case ErrorCode::InvalidTopic:
        m_topicField->setTrouble(error);
        m_topic->setFocus();
        break;
    default:
        showTrouble(error);
        break;
    }
}

void CreateRoomDialog::retranslateUi()
{
    setHeading(tr("New room"));
    m_nameField->setWords(tr("Name"), tr("What it is about, in one or two words."));
    m_topicField->setWords(tr("Topic (optional)"), tr("Stands beside the name at the top of the room."));
    m_kindLabel->setText(tr("Who may come in"));
    m_public->setText(tr("Public"));
    m_publicHint->setText(tr("Everybody on this server can find the room and join it."));
    m_private->setText(tr("Private"));
    m_privateHint->setText(tr("Only people whom a member has invited can see it."));
    m_public->setAccessibleDescription(m_publicHint->text());
    m_private->setAccessibleDescription(m_privateHint->text());
    m_people->setLabel(tr("People to add (optional)"));
    m_cancel->setText(tr("Cancel"));
    m_create->setText(tr("Create the room"));
}

void CreateRoomDialog::applyTheme()
{
    const int indent = theme().tokens().px(26);
    m_publicHint->setContentsMargins(indent, 0, 0, 0);
    m_privateHint->setContentsMargins(indent, 0, 0, theme().tokens().space(Space::Small));
}

} // namespace salon
