// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "client-gui/dialogs/salon_dialog.h"

#include <QKeySequence>
#include <QList>

#include <functional>

class QLabel;
class QLineEdit;
class QTreeWidget;

namespace salon {

/// A command and its keys, as the list of shortcuts shows it.
struct ShortcutRow
{
    QString words{};
    QList<QKeySequence> keys{};
};

/// Every key of the main window, with a field that narrows the list.
class ShortcutsDialog final : public SalonDialog
{
    Q_OBJECT

public:
    /// `rows` is asked again when the language changes.
    ShortcutsDialog(Theme &theme, std::function<QList<ShortcutRow>()> rows, QWidget *parent = nullptr);

protected:
    void retranslateUi() override;
    void applyTheme() override;

private:
    void filter();

    std::function<QList<ShortcutRow>()> m_rows;
    QLineEdit *m_filter;
    QTreeWidget *m_list;
    QPushButton *m_close;
};

/// Version, licence, where help is.
class AboutDialog final : public SalonDialog
{
    Q_OBJECT

public:
    explicit AboutDialog(Theme &theme, QWidget *parent = nullptr);

protected:
    void retranslateUi() override;
    void applyTheme() override;

private:
    QLabel *m_icon;
    TextLabel *m_version;
    TextLabel *m_text;
    TextLabel *m_facts;
    TextLabel *m_licence;
    QPushButton *m_copy;
    QPushButton *m_close;
};

} // namespace salon
