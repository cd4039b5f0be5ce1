// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-gui/nearby/nearby_page.h"

#include "client-gui/app/control_look.h"
#include "client-gui/app/theme.h"
#include "client-gui/dialogs/form_field.h"
#include "client-gui/nearby/words_card.h"
#include "client-gui/settings/setting_row.h"
#include "shared/nearby/nearby.h"

#include <QCheckBox>
#include <QDir>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace salon {

NearbyPage::NearbyPage(Theme &theme, SettingsStore &store, Nearby &nearby)
    : SettingsPage(theme, store)
    , m_nearby(nearby)
    , m_on(new QCheckBox)
    , m_name(new QLineEdit)
    , m_nameField(new FormField(theme, m_name, 2))
    , m_words(new WordsCard(theme, nearby))
{
    m_on->setObjectName(u"nearbyOn"_s);
    m_name->setObjectName(u"nearbyNameEdit"_s);
    setSwitchLook(m_on);
    m_onRow = addRow(m_on);
    column()->addSpacing(theme.tokens().space(Space::Small));
    column()->addWidget(m_nameField);
    column()->addSpacing(theme.tokens().space(Space::Small));
    column()->addWidget(m_words);
    connect(m_on, &QCheckBox::toggled, this, [this](bool on) { m_nearby.setOn(on); });
    connect(&nearby, &Nearby::onChanged, this, [this] { showSettings(this->store().current()); });
    connect(&nearby, &Nearby::selfChanged, this, [this] { showSettings(this->store().current()); });
    connect(m_name, &QLineEdit::editingFinished, this, &NearbyPage::keepName);
    connect(m_name, &QLineEdit::textEdited, this, [this] { m_nameField->clearTrouble(); });
    showSettings(store.current());
    retranslateUi();
}

void NearbyPage::keepName()
{
    if (m_name->text() == m_nearby.name())
        return;
    if (const Result<> kept = m_nearby.setName(m_name->text()); !kept)
        m_nameField->setTrouble(kept.error());
}

void NearbyPage::showSettings(const Settings &)
{
    const QSignalBlocker quiet(m_on);
    m_on->setChecked(m_nearby.isOn());
    if (!m_name->hasFocus())
        m_name->setText(m_nearby.name());
}

void NearbyPage::retranslateUi()
{
    m_onRow->setWords(tr("People nearby"),
        tr("Be found by people on this network, and find them, without a server. Who wants to talk has to ask you "
           "first."));
    //: %1 is a folder
    m_nameField->setWords(tr("Your name for people nearby"),
        tr("Files that they send you, and that you accept, go into %1.")
            .arg(QDir::toNativeSeparators(m_nearby.files().folder())));
}

} // namespace salon
