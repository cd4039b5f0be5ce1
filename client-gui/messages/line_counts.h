// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QFont>
#include <QHash>
#include <QObject>
#include <QPointer>
#include <array>
#include <climits>
#include <functional>
#include <utility>

class QAbstractItemModel;
class QModelIndex;

namespace salon {

/// How many lines, one to three, the texts of a list of messages fill. A list asks for all of its rows whenever its
/// width changes: a text is read and laid out only where what is known of it from other widths does not answer.
class LineCounts : public QObject
{
    Q_OBJECT

public:
    static constexpr int Most = 3;

    using Read = std::function<QString()>;

    using QObject::QObject;

    /// Of the row's text, which `read` gets, at this width. Rows are known by their room and number; what changes in
    /// the model is forgotten.
    [[nodiscard]] int count(const QModelIndex &index, const QFont &font, int width, const Read &read);

private:
    using Key = std::pair<qint64, qint64>;
    /// Of one line and of two: what is known to be wide enough for them, and what is known not to be.
    struct Widths
    {
        std::array<int, 2> enough{ INT_MAX, INT_MAX };
        std::array<int, 2> lacking{};
    };

    void watch(const QAbstractItemModel *model);
    void forget(const QModelIndex &first, const QModelIndex &last, const QList<int> &roles);
    static void measure(Widths &widths, const QString &text, const QFont &font, int width);

    QPointer<const QAbstractItemModel> m_model;
    QHash<Key, Widths> m_known;
    QFont m_font;
};

} // namespace salon
