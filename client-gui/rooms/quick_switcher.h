// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/base/ids.h"

#include <QFrame>
#include <QPointer>

class QLineEdit;
class QListWidget;

namespace salon {

class TextLabel;
class Theme;
class Workspace;

/// Ctrl+K: a field over the window that finds rooms and people by a few letters, unread rooms first while it is empty.
/// Closes with Esc or a click beside it.
class QuickSwitcher : public QFrame
{
    Q_OBJECT

public:
    static constexpr int MostRows = 9;

    QuickSwitcher(Theme &theme, QWidget *window);

    void open(Workspace &workspace);
    [[nodiscard]] QListWidget &list() const { return *m_list; }

Q_SIGNALS:
    void roomChosen(salon::RoomId room);
    void personChosen(salon::AccountId person);

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Entry
    {
        QString name{};
        QString detail{};
        QString icon{}; ///< empty: an avatar
        qint64 room = 0;
        qint64 person = 0;
        uint unread = 0;
        qint64 activity = 0;
    };
    void retranslateUi();
    void search();
    void choose();
    void close();
    void fit();
    [[nodiscard]] QList<Entry> entries() const;

    Theme &m_theme;
    Workspace *m_workspace = nullptr;
    QLineEdit *m_field;
    QListWidget *m_list;
    TextLabel *m_nothing;
    QPointer<QWidget> m_focusBefore;
};

} // namespace salon
