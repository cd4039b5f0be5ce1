// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "client-gui/dialogs/salon_dialog.h"

class QTextEdit;

namespace salon {

/// A dialog to read: entries of a heading line and plain text, which can be selected and copied, and a button that
/// closes it. Says that it loads until the first entry, or what went wrong.
class ReadingDialog : public SalonDialog
{
    Q_OBJECT

public:
    explicit ReadingDialog(Theme &theme, QWidget *parent = nullptr);

    /// What is read, as plain text.
    [[nodiscard]] QString shownText() const;

protected:
    struct Entry
    {
        QString head{};
        QString text{};
    };
    void showEntries(const QList<Entry> &entries);
    /// Instead of entries.
    void showSentence(const QString &sentence);
    void setReadingName(const QString &name);
    void retranslateUi() override;
    void applyTheme() override;

private:
    void fill();

    QTextEdit *m_text;
    QPushButton *m_close;
    QList<Entry> m_entries;
    QString m_sentence;
};

} // namespace salon
