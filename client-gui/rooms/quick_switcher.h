// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "client-gui/widgets/pick_popup.h"
#include "shared/base/ids.h"

#include <QPointer>

class QLineEdit;

namespace salon {

class TextLabel;
class Workspace;

/// Ctrl+K: a field over the window that finds rooms and people by a few letters, unread rooms first while it is empty.
/// Closes with Esc or a click beside it.
class QuickSwitcher : public PickPopup
{
    Q_OBJECT

public:
    static constexpr int MostRows = 9;

    QuickSwitcher(Theme &theme, QWidget *window);

    void open(Workspace &workspace);

Q_SIGNALS:
    void roomChosen(salon::RoomId room);
    void personChosen(salon::AccountId person);

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Entry
    {
        Row row{};
        qint64 room = 0;
        qint64 person = 0;
        qint64 activity = 0;
    };
    void retranslateUi();
    void search();
    void choose();
    void close();
    void fit();
    [[nodiscard]] QList<Entry> entries() const;

    Workspace *m_workspace = nullptr;
    QLineEdit *m_field;
    QList<Entry> m_found; ///< as they are listed
    TextLabel *m_nothing;
    QPointer<QWidget> m_focusBefore;
};

} // namespace salon
