// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-gui/dialogs/server_key_dialog.h"

#include "client-gui/app/theme.h"
#include "client-gui/dialogs/fingerprint_text.h"
#include "client-gui/widgets/card.h"
#include "client-gui/widgets/text_label.h"
#include "shared/client-core/text/error_text.h"

#include <QCheckBox>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace salon {

ServerKeyDialog::ServerKeyDialog(
    Theme &theme, const QString &server, const QByteArray &expected, const QByteArray &presented, QWidget *parent)
    : SalonDialog(theme, parent)
    , m_server(server)
    , m_what(new TextLabel(theme, TextRole::Body, ColourRole::Text, this))
    , m_why(new TextLabel(theme, TextRole::Body, ColourRole::Text, this))
    , m_card(new Card(theme, this))
    , m_oldLabel(new TextLabel(theme, TextRole::Name, ColourRole::Text, m_card))
    , m_newLabel(new TextLabel(theme, TextRole::Name, ColourRole::Text, m_card))
    , m_compared(new QCheckBox(this))
{
    setTroubleLines(0);
    setDrawnWidth(560);
    auto *column = new QVBoxLayout(m_card);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_oldLabel);
    column->addWidget(m_old = addFingerprint(expected, "oldFingerprint"));
    column->addSpacing(8);
    column->addWidget(m_newLabel);
    column->addWidget(m_new = addFingerprint(presented, "newFingerprint"));
    m_oldLabel->setBuddy(m_old);
    m_newLabel->setBuddy(m_new);
    for (TextLabel *label : { m_what, m_why }) {
        label->setWordWrap(true);
        content()->addWidget(label);
    }
    content()->addWidget(m_card);
    content()->addWidget(m_compared);
    m_compared->setObjectName(u"compared"_s);

    m_accept = addSide(ButtonLook::Danger);
    m_accept->setObjectName(u"acceptKey"_s);
    m_accept->setEnabled(false);
    m_stay = addPrimary(ButtonLook::Accent);
    m_stay->setObjectName(u"stayDisconnected"_s);
    connect(m_compared, &QCheckBox::toggled, m_accept, &QPushButton::setEnabled);
    connect(m_stay, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_accept, &QPushButton::clicked, this, [this] {
        Q_EMIT newKeyAccepted();
        accept();
    });
    m_stay->setFocus();
    retranslateUi();
    applyTheme();
}

TextLabel *ServerKeyDialog::addFingerprint(const QByteArray &pin, const char *objectName)
{
    auto *label = new TextLabel(theme(), TextRole::Code, ColourRole::Text, m_card);
    label->setObjectName(QLatin1StringView(objectName));
    label->setText(fingerprintLines(pin));
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    return label;
}

void ServerKeyDialog::retranslateUi()
{
    setHeading(ErrorText::keyChangedTitle());
    m_what->setText(tr("“%1” has identified itself with another key than the one this device remembers. "
                       "You are disconnected, and nothing was sent.")
                        .arg(m_server));
    m_why->setText(tr("Either the server was set up anew, or somebody is in between and pretends to be the server. "
                      "Ask the person who runs it, by telephone or face to face, for the fingerprint that it shows "
                      "when it starts, and compare:"));
    m_oldLabel->setText(tr("Remembered until now"));
    m_newLabel->setText(tr("Shown by the server now"));
    m_old->setAccessibleName(tr("Remembered fingerprint: %1").arg(m_old->text()));
    m_new->setAccessibleName(tr("New fingerprint: %1").arg(m_new->text()));
    m_compared->setText(tr("I asked the person who runs the server, and the new fingerprint is right"));
    m_accept->setText(tr("Accept the new key"));
    m_stay->setText(tr("Stay disconnected"));
}

void ServerKeyDialog::applyTheme()
{
    content()->setSpacing(theme().tokens().space(Space::Medium));
}

} // namespace salon
