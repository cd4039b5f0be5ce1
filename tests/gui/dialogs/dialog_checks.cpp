// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "dialog_checks.h"

#include "client-gui/widgets/text_label.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QAccessible>
#include <QApplication>
#include <QComboBox>
#include <QLineEdit>
#include <QSet>
#include <QTabBar>
#include <QTest>

using namespace Qt::StringLiterals;

namespace salon::test {
namespace {

QString nameOf(const QWidget *widget)
{
    return QLatin1StringView(widget->metaObject()->className()) + u' ' + widget->objectName();
}

bool isControl(const QWidget *widget)
{
    return qobject_cast<const QAbstractButton *>(widget) || qobject_cast<const QLineEdit *>(widget)
        || qobject_cast<const QComboBox *>(widget) || qobject_cast<const QAbstractSpinBox *>(widget)
        || qobject_cast<const QAbstractItemView *>(widget);
}

/// Parts of other controls are reached through them.
bool isPart(const QWidget *widget)
{
    const QWidget *parent = widget->parentWidget();
    return widget->objectName().startsWith("qt_"_L1) || qobject_cast<const QLineEdit *>(parent)
        || qobject_cast<const QAbstractSpinBox *>(parent) || qobject_cast<const QComboBox *>(parent)
        || qobject_cast<const QTabBar *>(parent) || parent->inherits("QComboBoxPrivateContainer");
}

} // namespace

QString PseudoTranslator::translate(const char *, const char *source, const char *, int) const
{
    const QString text = QString::fromUtf8(source);
    return u"[%1%2]"_s.arg(text, QString(text.size() / 4, u'é'));
}

QStringList accessibilityProblems(QWidget &dialog)
{
    QStringList problems;
    QSet<QWidget *> reached;
    for (int i = 0; i < 100; ++i) {
        QTest::keyClick(QApplication::focusWidget() ? QApplication::focusWidget() : &dialog, Qt::Key_Tab);
        if (QWidget *focus = QApplication::focusWidget())
            reached.insert(focus);
    }
    const QList<QWidget *> all = dialog.findChildren<QWidget *>();
    for (QWidget *widget : all) {
        if (!isControl(widget) || !widget->isVisible() || isPart(widget))
            continue;
        QAccessibleInterface *accessible = QAccessible::queryAccessibleInterface(widget);
        if (!accessible || accessible->text(QAccessible::Name).trimmed().isEmpty())
            problems.append(nameOf(widget) + " has no name"_L1);
        // One button of an exclusive group stands for all: the arrows go on from there.
        const auto *button = qobject_cast<const QAbstractButton *>(widget);
        const bool isOneOfGroup = button && button->autoExclusive() && !button->isChecked();
        if (widget->isEnabled() && !isOneOfGroup && widget->focusPolicy() != Qt::NoFocus && !reached.contains(widget))
            problems.append(nameOf(widget) + " is not reached by Tab"_L1);
    }
    return problems;
}

QStringList untranslated(const QWidget &dialog)
{
    QStringList left;
    const auto look = [&left](const QWidget *widget, const QString &text) {
        const bool saysSomething = std::any_of(text.cbegin(), text.cend(), [](QChar c) { return c.isLetter(); });
        if (widget->isVisible() && saysSomething && !text.contains(u'['))
            left.append(nameOf(widget) + ": "_L1 + text);
    };
    const QList<QAbstractButton *> buttons = dialog.findChildren<QAbstractButton *>();
    for (const QAbstractButton *button : buttons)
        if (button->text() != "FR"_L1 && button->text() != "EN"_L1)
            look(button, button->text());
    const QList<QLabel *> labels = dialog.findChildren<QLabel *>();
    for (const QLabel *label : labels)
        if (label->buddy() || label->parentWidget() == &dialog)
            look(label, label->text());
    if (!dialog.windowTitle().contains(u'['))
        left.append("title: "_L1 + dialog.windowTitle());
    return left;
}

} // namespace salon::test
