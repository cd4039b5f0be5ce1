// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-gui/dialogs/edit_profile_dialog.h"

#include "client-gui/app/theme.h"
#include "client-gui/dialogs/device_list.h"
#include "client-gui/dialogs/form_field.h"
#include "client-gui/dialogs/password_edit.h"
#include "client-gui/widgets/text_label.h"
#include "shared/base/text_checks.h"
#include "shared/base/text_limits.h"
#include "shared/base/when_ready.h"
#include "shared/client-core/workspace.h"

#include <QCheckBox>
#include <QLineEdit>
#include <QPushButton>
#include <QTabWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace salon {

EditProfileDialog::EditProfileDialog(Theme &theme, Workspace &workspace, QWidget *parent)
    : SalonDialog(theme, parent)
    , m_workspace(workspace)
    , m_pages(new QTabWidget(this))
    , m_hasPassword(workspace.session().self().hasPassword)
{
    m_pages->setDocumentMode(true);
    m_pages->addTab(makeProfilePage(), QString());
    m_pages->addTab(makePasswordPage(), QString());
    m_devices = new DeviceListView(theme, workspace);
    m_pages->addTab(m_devices, QString());
    content()->addWidget(m_pages, 1);
    setTroubleLines(1);
    m_close = addCancel();
    connect(m_devices, &DeviceListView::failed, this, [this](const Error &error) { showTrouble(error); });
    connect(m_pages, &QTabWidget::currentChanged, this, [this] { clearTrouble(); });
    connect(&workspace.session(), &Session::stateChanged, this, &EditProfileDialog::showOnline);
    m_name->setFocus();
    retranslateUi();
    applyTheme();
    showOnline();
}

QWidget *EditProfileDialog::makeProfilePage()
{
    auto *page = new QWidget;
    m_account = new TextLabel(theme(), TextRole::Body, ColourRole::Muted, page);
    m_name = new QLineEdit(m_workspace.selfName(), page);
    m_name->setObjectName(u"displayName"_s);
    const Profile *self = m_workspace.people().find(m_workspace.selfId());
    m_status = new QLineEdit(self ? self->statusText : QString(), page);
    m_status->setObjectName(u"statusText"_s);
    m_status->setClearButtonEnabled(true);
    m_savedName = m_name->text();
    m_savedStatus = m_status->text();
    m_nameField = new FormField(theme(), m_name, 2, page);
    m_statusField = new FormField(theme(), m_status, 1, page);
    m_save = new QPushButton(page);
    m_save->setObjectName(u"saveProfile"_s);
    m_save->setDefault(true);
    auto *column = new QVBoxLayout(page);
    column->addWidget(m_account);
    column->addWidget(m_nameField);
    column->addWidget(m_statusField);
    column->addStretch(1);
    column->addWidget(m_save, 0, Qt::AlignTrailing);
    connect(m_save, &QPushButton::clicked, this, &EditProfileDialog::saveProfile);
    for (QLineEdit *edit : { m_name, m_status }) {
        connect(edit, &QLineEdit::textEdited, this, [this] {
            m_isSaved = false;
            m_nameField->clearTrouble();
            m_statusField->clearTrouble();
            showOnline();
        });
        connect(edit, &QLineEdit::returnPressed, this, &EditProfileDialog::saveProfile);
    }
    return page;
}

QWidget *EditProfileDialog::makePasswordPage()
{
    auto *page = new QWidget;
    m_passwordWhat = new TextLabel(theme(), TextRole::Meta, ColourRole::Muted, page);
    m_passwordWhat->setWordWrap(true);
    m_old = new PasswordEdit(theme(), page);
    m_old->setObjectName(u"oldPassword"_s);
    m_new = new PasswordEdit(theme(), page);
    m_new->setObjectName(u"newPassword"_s);
    m_oldField = new FormField(theme(), m_old, 1, page);
    m_newField = new FormField(theme(), m_new, 1, page);
    m_others = new QCheckBox(page);
    m_others->setObjectName(u"revokeOthers"_s);
    m_setPassword = new QPushButton(page);
    m_setPassword->setObjectName(u"setPassword"_s);
    m_setPassword->setAutoDefault(false);
    setButtonLook(m_setPassword, ButtonLook::Accent);
    auto *column = new QVBoxLayout(page);
    column->addWidget(m_passwordWhat);
    column->addWidget(m_oldField);
    column->addWidget(m_newField);
    column->addWidget(m_others);
    column->addStretch(1);
    column->addWidget(m_setPassword, 0, Qt::AlignTrailing);
    connect(m_setPassword, &QPushButton::clicked, this, &EditProfileDialog::changePassword);
    for (PasswordEdit *edit : { m_old, m_new }) {
        connect(edit, &QLineEdit::textEdited, this, [this] {
            m_isPasswordSet = false;
            m_oldField->clearTrouble();
            m_newField->clearTrouble();
        });
        connect(edit, &QLineEdit::returnPressed, this, &EditProfileDialog::changePassword);
    }
    return page;
}

void EditProfileDialog::saveProfile()
{
    clearTrouble();
    if (const Result<QString> status = checkStatusText(m_status->text()); !status) {
        m_statusField->setTrouble(status.error());
        m_status->setFocus();
        return;
    }
    if (m_name->text() == m_savedName) {
        saveStatus();
        return;
    }
    m_save->setEnabled(false);
    whenReady(m_workspace.setDisplayName(m_name->text()), this, [this](const Result<> &saved) {
        if (!saved) {
            m_nameField->setTrouble(saved.error());
            m_name->setFocus();
            showOnline();
            return;
        }
        m_savedName = m_name->text();
        saveStatus();
    });
}

void EditProfileDialog::saveStatus()
{
    const auto finish = [this] {
        m_isSaved = true;
        showOnline();
        retranslateUi();
    };
    if (m_status->text() == m_savedStatus) {
        finish();
        return;
    }
    whenReady(
        m_workspace.setPresence(m_workspace.presence(), m_status->text()), this, [this, finish](const Result<> &saved) {
            if (saved) {
                m_savedStatus = m_status->text();
                finish();
                return;
            }
            m_statusField->setTrouble(saved.error());
            m_status->setFocus();
            showOnline();
        });
}

void EditProfileDialog::changePassword()
{
    clearTrouble();
    if (const Result<QString> password = checkPassword(m_new->text()); !password) {
        m_newField->setTrouble(password.error());
        m_new->setFocus();
        return;
    }
    m_setPassword->setEnabled(false);
    const auto answer = m_workspace.changePassword(m_old->text(), m_new->text(), m_others->isChecked());
    whenReady(answer, this, [this](const Result<> &changed) {
        showOnline();
        if (!changed) {
            FormField *field
                = changed.error().code == ErrorCode::WrongCredentials && m_hasPassword ? m_oldField : m_newField;
            if (field == m_oldField)
                field->setTrouble([] { return tr("This is not your present password."); });
            else
                field->setTrouble(changed.error());
            field->input()->setFocus();
            return;
        }
        m_hasPassword = true;
        m_isPasswordSet = true;
        m_old->clear();
        m_new->clear();
        m_devices->refresh();
        retranslateUi();
    });
}

void EditProfileDialog::showOnline()
{
    const bool isOnline = m_workspace.session().isOnline();
    const bool isChanged = m_name->text() != m_savedName || m_status->text() != m_savedStatus;
    m_save->setEnabled(isOnline && isChanged);
    m_setPassword->setEnabled(isOnline);
    m_devices->setEnabled(isOnline);
    if (isOnline)
        clearTrouble();
    else
        showTrouble([] { return tr("There is no connection: changes can be made when it is back."); });
}

void EditProfileDialog::retranslateUi()
{
    setHeading(tr("You on %1").arg(m_workspace.name()));
    m_pages->setTabText(0, tr("Name and status"));
    m_pages->setTabText(1, tr("Password"));
    m_pages->setTabText(2, tr("Devices"));
    m_account->setText(tr("Your username is @%1.").arg(m_workspace.selfLogin()));
    m_nameField->setWords(tr("Your name"), m_isSaved ? tr("Saved.") : QString());
    m_statusField->setWords(tr("Status (optional)"), tr("One line that others see beside your name."));
    m_status->setPlaceholderText(tr("Back at two"));
    m_save->setText(tr("Save"));
    m_passwordWhat->setText(m_hasPassword
            ? tr("With your username and this password you can log in from another device.")
            : tr("You have no password yet: only the devices that are in now can use your account. "
                 "With a password you can log in from another one."));
    m_oldField->setVisible(m_hasPassword);
    m_oldField->setWords(tr("Present password"));
    m_newField->setWords(tr("New password"),
        m_isPasswordSet ? tr("The password was set.")
                        : tr("At least %n character(s).", nullptr, int(text_limits::MinPasswordBytes)));
    m_others->setText(tr("Remove all my other devices; they have to log in again"));
    m_setPassword->setText(m_hasPassword ? tr("Change the password") : tr("Set the password"));
    m_close->setText(tr("Close"));
}

void EditProfileDialog::applyTheme()
{
    const int gap = theme().tokens().space(Space::Medium);
    for (int i = 0; i < m_pages->count(); ++i)
        m_pages->widget(i)->layout()->setContentsMargins(0, gap, 0, 0);
}

} // namespace salon
