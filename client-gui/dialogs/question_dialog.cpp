// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-gui/dialogs/question_dialog.h"

#include "client-gui/app/theme.h"
#include "client-gui/widgets/breakable.h"
#include "client-gui/widgets/text_label.h"

#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace salon {

QuestionDialog::QuestionDialog(Theme &theme, std::function<Words()> words, QWidget *parent)
    : SalonDialog(theme, parent)
    , m_words(std::move(words))
    , m_text(new TextLabel(theme, TextRole::Body, ColourRole::Text, this))
    , m_cancel(addCancel())
    , m_doIt(addPrimary(ButtonLook::Danger))
{
    m_cancel->setObjectName(u"cancel"_s);
    m_doIt->setObjectName(u"doIt"_s);
    m_text->setWordWrap(true);
    content()->addWidget(m_text);
    m_doIt->setAutoDefault(false);
    m_doIt->setDefault(false);
    m_cancel->setDefault(true);
    m_cancel->setFocus();
    setButtonLook(m_cancel, ButtonLook::Accent);
    setTroubleLines(1);
    connect(m_doIt, &QPushButton::clicked, this, [this] {
        clearTrouble();
        m_doIt->setEnabled(false);
        Q_EMIT confirmed();
    });
    retranslateUi();
}

void QuestionDialog::failed(const Error &error)
{
    m_doIt->setEnabled(true);
    showTrouble(error);
}

void QuestionDialog::retranslateUi()
{
    const Words words = m_words();
    setHeading(words.heading);
    m_text->setText(breakable(words.text));
    m_doIt->setText(words.doIt);
    m_cancel->setText(tr("Cancel"));
}

} // namespace salon
