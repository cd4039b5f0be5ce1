// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "client-gui/dialogs/salon_dialog.h"

class QTreeWidget;

namespace salon {

/// How to write: the commands, the forms of Markdown, the keys of the composer.
class WritingHelp final : public SalonDialog
{
    Q_OBJECT

public:
    explicit WritingHelp(Theme &theme, QWidget *parent = nullptr);

protected:
    void retranslateUi() override;
    void applyTheme() override;

private:
    using Rows = QList<std::pair<QString, QString>>;
    [[nodiscard]] static Rows formatRows();
    [[nodiscard]] static Rows commandRows();
    [[nodiscard]] static Rows keyRows();
    void addSection(const QString &title, const Rows &rows);

    QTreeWidget *m_list;
    QPushButton *m_close;
};

} // namespace salon
