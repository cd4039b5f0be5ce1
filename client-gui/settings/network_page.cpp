// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-gui/settings/network_page.h"

#include "client-gui/app/theme.h"
#include "client-gui/app/tinted_icon.h"
#include "client-gui/dialogs/fingerprint_text.h"
#include "client-gui/settings/setting_row.h"
#include "client-gui/widgets/card.h"
#include "client-gui/widgets/elided_label.h"
#include "client-gui/widgets/text_label.h"
#include "shared/client-core/client_profile.h"

#include <QDesktopServices>
#include <QDir>
#include <QPushButton>
#include <QUrl>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace salon {

NetworkPage::NetworkPage(Theme &theme, ClientProfile &profile)
    : SettingsPage(theme, profile.settings())
    , m_profile(profile)
    , m_openFolder(new QPushButton)
    , m_serversHead(new TextLabel(theme, TextRole::Body, ColourRole::Text))
    , m_servers(new QWidget)
{
    m_openFolder->setObjectName(u"openFolder"_s);
    m_openFolder->setIcon(tintedIcon(theme, u"folder"_s));
    m_openFolder->setAutoDefault(false);
    m_folderRow = addRow(m_openFolder);
    m_keyRow = addRow(nullptr);
    column()->addSpacing(theme.tokens().space(Space::Small));
    column()->addWidget(m_serversHead);
    column()->addSpacing(theme.tokens().space(Space::Small));
    column()->addWidget(m_servers);
    new QVBoxLayout(m_servers);
    m_servers->layout()->setContentsMargins(0, 0, 0, 0);
    connect(m_openFolder, &QPushButton::clicked, this,
        [this] { QDesktopServices::openUrl(QUrl::fromLocalFile(m_profile.dataFolder())); });
    connect(&profile.servers(), &KnownServers::added, this, &NetworkPage::showServers);
    connect(&profile.servers(), &KnownServers::changed, this, &NetworkPage::showServers);
    connect(&profile.servers(), &KnownServers::removed, this, &NetworkPage::showServers);
    retranslateUi();
}

void NetworkPage::showServers()
{
    qDeleteAll(m_servers->findChildren<QWidget *>(QString(), Qt::FindDirectChildrenOnly));
    const QList<KnownServer> &all = m_profile.servers().all();
    m_serversHead->setText(all.isEmpty() ? tr("This computer knows no server yet.") : tr("Known servers"));
    for (const KnownServer &server : all) {
        auto *card = new Card(theme(), m_servers);
        auto *column = new QVBoxLayout(card);
        column->setContentsMargins(0, 0, 0, 0);
        column->setSpacing(theme().tokens().px(2));
        auto *name = new ElidedLabel(theme(), TextRole::Name, ColourRole::Text, card);
        name->setFullText(server.name.isEmpty() ? server.address.host : server.name);
        column->addWidget(name);
        auto *address = new ElidedLabel(theme(), TextRole::Meta, ColourRole::Muted, card);
        const QString place = server.address.host.startsWith("unix:"_L1)
            ? server.address.host
            : u"%1:%2"_s.arg(server.address.host).arg(server.address.port);
        //: %1 address of a server, %2 name of one's account there
        address->setFullText(server.login.isEmpty() ? place : tr("%1 — you are @%2").arg(place, server.login));
        column->addWidget(address);
        auto *print = new TextLabel(theme(), server.pin.isEmpty() ? TextRole::Meta : TextRole::Code,
            server.pin.isEmpty() ? ColourRole::Muted : ColourRole::Text, card);
        print->setText(server.pin.isEmpty() ? tr("No fingerprint: the connection does not leave this computer, or was "
                                                 "never made.")
                                            : fingerprintLines(server.pin));
        print->setWordWrap(server.pin.isEmpty());
        if (!server.pin.isEmpty()) {
            print->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
            print->setAccessibleName(tr("Fingerprint: %1").arg(print->text()));
        }
        column->addWidget(print);
        m_servers->layout()->addWidget(card);
    }
}

void NetworkPage::retranslateUi()
{
    m_folderRow->setWords(tr("Data folder"), QDir::toNativeSeparators(m_profile.dataFolder()));
    m_openFolder->setText(tr("Open the folder"));
    m_openFolder->setAccessibleName(tr("Open the data folder"));
    m_keyRow->setWords(tr("Key of this device"),
        m_profile.isKeyInFile()
            ? tr("It is kept in a file of the data folder that only you can read. Give nobody a copy of this folder.")
            : tr("It is kept in the system's keychain."));
    showServers();
}

} // namespace salon
