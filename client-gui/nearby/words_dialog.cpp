// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-gui/nearby/words_dialog.h"

#include "client-gui/nearby/scrolled_content.h"
#include "client-gui/nearby/words_card.h"
#include "shared/nearby/nearby.h"

#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace salon {

WordsDialog::WordsDialog(Theme &theme, Nearby &nearby, const QByteArray &key, QWidget *parent)
    : SalonDialog(theme, parent)
    , m_key(key)
    , m_words(new WordsCard(theme, nearby, this))
    , m_close(addCancel())
{
    setObjectName(u"wordsDialog"_s);
    setTroubleLines(0);
    m_words->setPerson(key);
    content()->addWidget(new ScrolledContent(theme, m_words, this));
    m_close->setDefault(true);
    m_close->setFocus();
    retranslateUi();
}

void WordsDialog::retranslateUi()
{
    setHeading(m_key.isEmpty() ? tr("Your four words") : tr("Compare the four words"));
    m_close->setText(tr("Close"));
}

} // namespace salon
