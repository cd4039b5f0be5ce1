// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/base/error.h"

#include <QWidget>

#include <optional>

class QBoxLayout;
class QCheckBox;
class QListView;

namespace salon {

class ElidedLabel;
class IconButton;
class Nearby;
class OtherPeople;
class SamePeople;
class TextLabel;
class Theme;

/// People nearby at the foot of the room list: the switch, the people, what can be done. Says so when nobody is there.
class NearbyPanel : public QWidget
{
    Q_OBJECT

public:
    static constexpr int MostRows = 5; ///< higher it does not grow; the rest is scrolled to

    NearbyPanel(Theme &theme, Nearby &nearby, QWidget *parent = nullptr);

    /// Those who stand among the rooms already are left out here.
    void setSamePeople(const SamePeople *same);
    void setIconsOnly(bool isIconsOnly);
    /// Shows as many whole rows as fit, at least one.
    void setMostHeight(int height);
    /// Marks whose conversation is open; empty: nobody's.
    void setCurrent(const QByteArray &key);
    [[nodiscard]] QListView &list() const { return *m_list; }
    /// The sentence in place of the list: nobody is there, or why it does not work; else empty.
    [[nodiscard]] QString message() const;

Q_SIGNALS:
    void personChosen(const QByteArray &key);
    void directConversationRequested();
    void settingsRequested();

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void showPeople();
    void fitRows();
    void markCurrent();
    void choose(const QModelIndex &index);
    void showMenu();
    void showPersonMenu(const QPoint &place);
    void retranslateUi();
    void applyLook();

    Theme &m_theme;
    Nearby &m_nearby;
    OtherPeople *m_people;
    ElidedLabel *m_head;
    QCheckBox *m_switch;
    IconButton *m_more;
    QBoxLayout *m_headRow;
    QListView *m_list;
    TextLabel *m_message;
    QByteArray m_current;
    std::optional<Error> m_trouble; ///< until it is turned on or off again
    int m_mostHeight = 0; ///< 0: no limit
    bool m_isIconsOnly = false;
};

} // namespace salon
