// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-gui/dialogs/password_edit.h"

#include "client-gui/app/theme.h"
#include "client-gui/app/tinted_icon.h"
#include "client-gui/widgets/plain_tool_tip.h"

#include <QAction>
#include <QEvent>

using namespace Qt::StringLiterals;

namespace salon {

PasswordEdit::PasswordEdit(Theme &theme, QWidget *parent)
    : QLineEdit(parent)
    , m_theme(theme)
    , m_eye(addAction(tintedIcon(theme, u"eye"_s), TrailingPosition))
{
    setInputMethodHints(Qt::ImhSensitiveData | Qt::ImhNoAutoUppercase | Qt::ImhNoPredictiveText);
    m_eye->setCheckable(true);
    connect(m_eye, &QAction::toggled, this, &PasswordEdit::setShown);
    setShown(false);
}

void PasswordEdit::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslateUi();
    QLineEdit::changeEvent(event);
}

void PasswordEdit::setShown(bool shown)
{
    setEchoMode(shown ? Normal : Password);
    m_eye->setIcon(tintedIcon(m_theme, shown ? u"eye-off"_s : u"eye"_s));
    retranslateUi();
}

void PasswordEdit::retranslateUi()
{
    m_eye->setText(m_eye->isChecked() ? tr("Hide the password") : tr("Show the password"));
    m_eye->setToolTip(plainToolTip(m_eye->text()));
}

} // namespace salon
