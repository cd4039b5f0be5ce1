// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-gui/timeline/unsure_message.h"

#include <QCoreApplication>
#include <QMessageBox>
#include <QPushButton>

namespace salon {

namespace {

struct UnsureMessageText
{
    Q_DECLARE_TR_FUNCTIONS(salon::UnsureMessageText)
public:
    static QString title() { return tr("This message may have arrived"); }
    static QString text()
    {
        return tr("The connection was lost before the server answered. When it is back, the message is sent again or "
                  "turns out to be there already, never twice.");
    }
    static QString warning() { return tr("If you discard it here, others may still see it."); }
    static QString discard() { return tr("Discard anyway"); }
    static QString keep() { return tr("Keep it"); }
};

} // namespace

void showUnsureMessage(QWidget *parent, std::function<void()> discard)
{
    auto *box = new QMessageBox(
        QMessageBox::Warning, UnsureMessageText::title(), UnsureMessageText::title(), QMessageBox::NoButton, parent);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    box->setInformativeText(
        discard ? UnsureMessageText::text() + u' ' + UnsureMessageText::warning() : UnsureMessageText::text());
    QPushButton *keep = box->addButton(UnsureMessageText::keep(), QMessageBox::RejectRole);
    box->setDefaultButton(keep);
    box->setEscapeButton(keep);
    if (discard) {
        const QPushButton *button = box->addButton(UnsureMessageText::discard(), QMessageBox::DestructiveRole);
        QObject::connect(button, &QPushButton::clicked, parent, std::move(discard));
    }
    box->open();
}

} // namespace salon
