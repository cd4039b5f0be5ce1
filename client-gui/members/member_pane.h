// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/base/ids.h"

#include <QPointer>
#include <QWidget>

#include <functional>

namespace salon {

class MemberModel;
class MemberWords;
class SamePeople;
class SectionListView;
class TextLabel;
class Theme;

/// The right pane: who is in the room, those present first, with presence and status, and a house for those who can
/// be reached without the server.
class MemberPane : public QWidget
{
    Q_OBJECT

public:
    explicit MemberPane(Theme &theme, QWidget *parent = nullptr);
    ~MemberPane() override;

    void setModel(MemberModel *model);
    /// Whether the person may remove people from the room that is shown; asked when a menu opens.
    void setMayRemove(std::function<bool()> mayRemove) { m_mayRemove = std::move(mayRemove); }
    /// Who of them is met without the server too.
    void setSamePeople(const SamePeople *same);
    void focusList();

Q_SIGNALS:
    void directRequested(salon::AccountId person);
    void mentionRequested(const QString &login);
    /// Ask, and put this person out of the room; `isBan`: for good.
    void removalRequested(salon::AccountId person, const QString &name, bool isBan);
    /// To the conversation without the server.
    void nearbyRequested(const QByteArray &key);

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void retranslateUi();
    void applyLook();
    void showState();
    void openMenu(const QModelIndex &index, QPoint globalPosition);
    [[nodiscard]] QString headText(const QModelIndex &index) const;

    Theme &m_theme;
    QPointer<MemberModel> m_members;
    MemberWords *m_words;
    QPointer<const SamePeople> m_same;
    SectionListView *m_list;
    TextLabel *m_note;
    std::function<bool()> m_mayRemove;
    bool m_hasFailed = false;
};

} // namespace salon
