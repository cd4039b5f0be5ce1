// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QTranslator>
#include <QWidget>

namespace salon::test {

/// Translates everything into itself between brackets, longer than English: shows what is not translated, what does not
/// follow a change of language, and what is cut off.
class PseudoTranslator : public QTranslator
{
public:
    using QTranslator::QTranslator;
    [[nodiscard]] QString translate(
        const char *context, const char *source, const char *disambiguation, int n) const override;
    [[nodiscard]] bool isEmpty() const override { return false; }
};

/// What is wrong for somebody who does not see the dialog: controls without a name, or that Tab does not reach. Empty
/// when all is well. The dialog must be shown and active.
[[nodiscard]] QStringList accessibilityProblems(QWidget &dialog);

/// Buttons and field labels that still speak the language of before PseudoTranslator was installed.
[[nodiscard]] QStringList untranslated(const QWidget &dialog);

} // namespace salon::test
