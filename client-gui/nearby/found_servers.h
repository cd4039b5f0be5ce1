// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "client-gui/nearby/server_finder.h"

#include <QWidget>

class QListWidget;
class QStackedLayout;

namespace salon {

class TextLabel;
class Theme;

/// The servers found on the local network, to choose one from; looks for them while it is visible. Keeps its height
/// whatever is found, so that nothing under it moves: more than fit are scrolled to. Says so when there is none.
class FoundServers : public QWidget
{
    Q_OBJECT

public:
    explicit FoundServers(Theme &theme, QWidget *parent = nullptr);

    /// Room for so many rows; two unless said otherwise.
    void setRows(int rows);
    /// Room at either side, in pixels.
    void setInset(int pixels);
    [[nodiscard]] ServerFinder &finder() const { return *m_finder; }
    [[nodiscard]] QListWidget &list() const { return *m_list; }
    /// The sentence that stands in place of the list; empty while the list is shown.
    [[nodiscard]] QString message() const;
    /// Puts the keyboard into the list; false when there is nothing to choose.
    bool focusList();

Q_SIGNALS:
    void chosen(const salon::FoundServer &server);

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void showServers();
    void showMessage();
    void choose(int row);
    void retranslateUi();
    void applyTheme();

    Theme &m_theme;
    ServerFinder *m_finder;
    TextLabel *m_head;
    QStackedLayout *m_stack;
    QListWidget *m_list;
    TextLabel *m_message;
    QList<FoundServer> m_shown;
    int m_rows = 2;
    int m_inset = 0;
};

} // namespace salon
