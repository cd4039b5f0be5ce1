// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-gui/app/problem_box.h"

#include <QMessageBox>

using namespace Qt::StringLiterals;

namespace salon {

QMessageBox *showProblemBox(const QString &sentence)
{
    auto *box = new QMessageBox(QMessageBox::Critical, u"Salon"_s, sentence, QMessageBox::Close);
    box->setTextFormat(Qt::PlainText); // others wrote a part of it
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->show();
    return box;
}

} // namespace salon
