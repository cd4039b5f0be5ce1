// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-gui/widgets/plain_tool_tip.h"

#include <QWidget>

using namespace Qt::StringLiterals;

namespace salon {

QString plainToolTip(const QString &words)
{
    if (words.isEmpty())
        return {};
    return u"<p>"_s + words.toHtmlEscaped().replace(u'\n', "<br>"_L1) + u"</p>"_s;
}

void setPlainToolTip(QWidget *widget, const QString &words)
{
    widget->setToolTip(plainToolTip(words));
    widget->setAccessibleDescription(words); // else they read the tool tip, with its tags
}

} // namespace salon
