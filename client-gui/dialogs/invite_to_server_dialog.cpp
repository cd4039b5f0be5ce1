// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-gui/dialogs/invite_to_server_dialog.h"

#include "client-gui/app/theme.h"
#include "client-gui/app/tinted_icon.h"
#include "client-gui/dialogs/form_field.h"
#include "client-gui/widgets/text_label.h"
#include "shared/base/when_ready.h"
#include "shared/client-core/text/time_text.h"
#include "shared/client-core/workspace.h"

#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace salon {
namespace {

constexpr quint32 HourSeconds = 3600;
constexpr quint32 DaySeconds = 24 * HourSeconds;
constexpr std::array Lifetimes{ HourSeconds, DaySeconds, 7 * DaySeconds, 30 * DaySeconds };
constexpr std::array<quint32, 4> Uses{ 1, 5, 25, 100 };

} // namespace

InviteToServerDialog::InviteToServerDialog(Theme &theme, Workspace &workspace, QWidget *parent)
    : SalonDialog(theme, parent)
    , m_workspace(workspace)
    , m_what(new TextLabel(theme, TextRole::Body, ColourRole::Muted, this))
    , m_lifetime(new QComboBox(this))
    , m_uses(new QComboBox(this))
    , m_lifetimeField(new FormField(theme, m_lifetime, 0, this))
    , m_usesField(new FormField(theme, m_uses, 0, this))
    , m_link(new QLineEdit(this))
    , m_linkField(new FormField(theme, m_link, 2, this))
    , m_copy(addSide(ButtonLook::Normal))
    , m_close(addCancel())
    , m_make(addPrimary())
{
    m_lifetime->setObjectName(u"lifetime"_s);
    m_uses->setObjectName(u"uses"_s);
    m_link->setObjectName(u"link"_s);
    m_copy->setObjectName(u"copy"_s);
    m_make->setObjectName(u"make"_s);
    for (const quint32 seconds : Lifetimes)
        m_lifetime->addItem(QString(), seconds);
    m_lifetime->setCurrentIndex(2);
    for (const quint32 uses : Uses)
        m_uses->addItem(QString(), uses);
    m_link->setReadOnly(true);
    m_copy->setIcon(tintedIcon(theme, u"copy"_s));
    m_copy->setEnabled(false);
    m_what->setWordWrap(true);
    setTroubleLines(1);
    auto *choices = new QHBoxLayout;
    choices->setSpacing(theme.tokens().space(Space::Medium));
    choices->addWidget(m_lifetimeField, 1);
    choices->addWidget(m_usesField, 1);
    content()->addWidget(m_what);
    content()->addLayout(choices);
    content()->addWidget(m_linkField);
    connect(m_make, &QPushButton::clicked, this, &InviteToServerDialog::make);
    connect(m_copy, &QPushButton::clicked, this, &InviteToServerDialog::copy);
    retranslateUi();
}

void InviteToServerDialog::make()
{
    clearTrouble();
    m_make->setEnabled(false);
    const auto answer
        = m_workspace.createInvitation(m_lifetime->currentData().toUInt(), m_uses->currentData().toUInt());
    whenReady(answer, this, [this](const Result<InvitationCreated> &made) {
        m_make->setEnabled(true);
        if (!made) {
            showTrouble(made.error());
            return;
        }
        // A server that does not know how it is reached gives the code alone: we know how we reach it.
        JoinLink link = m_workspace.server().address;
        link.pin = m_workspace.server().pin;
        link.invitation = made->code;
        m_link->setText(made->link.isEmpty() ? link.toString() : made->link);
        m_link->setCursorPosition(0);
        m_expiresMs = made->expiresMs;
        m_isCopied = false;
        m_copy->setEnabled(true);
        setButtonLook(m_copy, ButtonLook::Accent);
        m_copy->setIcon(tintedIcon(theme(), u"copy"_s, ColourRole::OnAccent));
        setButtonLook(m_make, ButtonLook::Normal);
        m_make->setDefault(false);
        m_copy->setDefault(true);
        m_copy->setFocus();
        retranslateUi();
    });
}

void InviteToServerDialog::copy()
{
    QGuiApplication::clipboard()->setText(m_link->text());
    m_isCopied = true;
    m_link->selectAll();
    retranslateUi();
}

void InviteToServerDialog::retranslateUi()
{
    setHeading(tr("Invite people to %1").arg(m_workspace.name()));
    m_what->setText(
        tr("Whoever opens the link with Salon can make an account here. Give it only to people you trust."));
    m_lifetimeField->setWords(tr("Valid for"));
    m_lifetime->setItemText(0, tr("%n hour(s)", nullptr, 1));
    m_lifetime->setItemText(1, tr("%n day(s)", nullptr, 1));
    m_lifetime->setItemText(2, tr("%n day(s)", nullptr, 7));
    m_lifetime->setItemText(3, tr("%n day(s)", nullptr, 30));
    m_usesField->setWords(tr("Good for"));
    for (int i = 0; i < int(Uses.size()); ++i)
        m_uses->setItemText(i, tr("%n person(s)", nullptr, int(Uses[std::size_t(i)])));
    QString hint;
    if (m_isCopied)
        hint = tr("Copied. Paste it into a message or an e-mail.");
    else if (m_expiresMs > 0)
        hint = tr("Valid until %1.").arg(TimeText::full(m_expiresMs));
    m_linkField->setWords(tr("Link"), hint);
    m_link->setPlaceholderText(tr("Appears here"));
    m_copy->setText(tr("Copy the link"));
    m_close->setText(tr("Close"));
    m_make->setText(m_expiresMs > 0 ? tr("Make another one") : tr("Make an invitation"));
}

} // namespace salon
