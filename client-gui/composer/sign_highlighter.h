// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QSyntaxHighlighter>

namespace salon {

/// Shows the emoji of a text that is being written as the message will: coloured, each as one sign.
class SignHighlighter : public QSyntaxHighlighter
{
    Q_OBJECT

public:
    explicit SignHighlighter(QTextDocument *document);

protected:
    void highlightBlock(const QString &text) override;
};

} // namespace salon
