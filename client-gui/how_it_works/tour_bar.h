// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "client-gui/how_it_works/frame_list_model.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QMenu;
class QPushButton;
class QToolButton;

namespace salon {

class KindBox;
class Theme;

/// The commands of the guided tour in as many lines as they take; or in one, where most of them are in a menu.
class TourBar : public QWidget
{
    Q_OBJECT
public:
    /// What can be done now.
    struct State
    {
        bool isPaused = false;
        bool canPause = false;
        bool canClear = false;
        bool canReconnect = false;
        bool canCopy = false;
    };

    explicit TourBar(Theme &theme, QWidget *parent = nullptr);

    void setState(const State &state);
    /// See KindBox.
    void setTypes(const QSet<quint32> &types);
    /// One line, with a menu; copying is in it too.
    void setCompact(bool compact);
    [[nodiscard]] bool isWatching() const;
    void startWatching();
    /// On its first command.
    void takeFocus();

Q_SIGNALS:
    void watchToggled(bool watches);
    void pauseRequested();
    void clearRequested();
    void reconnectRequested();
    void copyRequested();
    /// Nothing: both.
    void directionChosen(std::optional<salon::FrameLogModel::Direction> direction);
    void kindsChosen(const salon::FrameListModel::Kinds &kinds);

protected:
    void changeEvent(QEvent *event) override;

private:
    void openMenu();
    void fillMenu(QMenu *menu, QComboBox *choices);
    void retranslateUi();
    void applyTheme();

    Theme &m_theme;
    State m_state;
    QCheckBox *m_watch;
    QPushButton *m_pause;
    QPushButton *m_clear;
    QPushButton *m_reconnect;
    QComboBox *m_direction;
    KindBox *m_kind;
    QToolButton *m_more;
};

} // namespace salon
