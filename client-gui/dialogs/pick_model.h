// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/client-core/models/people_model.h"

#include <QIdentityProxyModel>
#include <QStyledItemDelegate>

namespace salon {

class Theme;

/// People to choose from, with who is chosen: checkable, and with the words that assistive programs say.
class PickModel : public QIdentityProxyModel
{
    Q_OBJECT

public:
    PickModel(const People &people, QObject *parent);

    void show(const QList<Profile> &people) { m_people.show(people); }
    [[nodiscard]] AccountId personAt(const QModelIndex &index) const;
    [[nodiscard]] QList<AccountId> chosen() const { return m_chosen; }
    [[nodiscard]] bool isChosen(AccountId person) const { return m_chosen.contains(person); }
    void setChosen(AccountId person, bool isChosen);
    /// The words changed language.
    void retranslate();

    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    void tellAll();

    PeopleModel m_people;
    QList<AccountId> m_chosen;
};

/// A row of it: avatar with presence, name, login, and a check mark when chosen.
class PickDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    PickDelegate(Theme &theme, QObject *parent);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    Theme &m_theme;
};

} // namespace salon
