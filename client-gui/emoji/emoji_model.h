// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/markup/emoji/emoji_catalogue.h"

#include <QAbstractTableModel>

namespace salon {

class EmojiHabits;

/// The emoji as lines of a grid: the recent ones, then group after group, each under a heading that is a line of its
/// own; or what was searched for, without any. A cell without an emoji takes no part in anything.
class EmojiModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    static constexpr int Columns = 9;
    static constexpr int MostFound = Columns * 12;

    enum Role
    {
        IsHeadingRole = Qt::UserRole + 1, ///< bool; Qt::DisplayRole is the group's name then, else the emoji
        NameRole, ///< QString, in the language of now
        ShortcodesRole, ///< QString: ":+1: :thumbs_up:"
    };

    /// Both outlive it.
    EmojiModel(const EmojiCatalogue &catalogue, EmojiHabits &habits, QObject *parent = nullptr);

    /// Shows what fits; empty: everything. `language` also gives the names.
    void show(const QString &search, QLocale::Language language);
    /// The line on which a group begins; -1 while searching.
    [[nodiscard]] int lineOf(EmojiGroup group) const;
    [[nodiscard]] bool isHeading(int row) const;
    /// The first cell with an emoji, the next in reading order and so on; invalid beyond the ends.
    [[nodiscard]] QModelIndex firstEmoji() const;
    [[nodiscard]] QModelIndex emojiAfter(const QModelIndex &index, int step) const;
    /// In the line above (-1) or below (1), in the same column or the last one there.
    [[nodiscard]] QModelIndex emojiBeside(const QModelIndex &index, int lines) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    struct Line
    {
        QString heading{}; ///< else:
        QStringList emoji{};
    };
    void append(const QString &heading, const QStringList &emoji);
    [[nodiscard]] QStringList toned(const QList<Emoji> &emoji) const;
    [[nodiscard]] QStringList found(const QString &search) const;
    [[nodiscard]] QString shortcodes(const QString &emoji) const;

    const EmojiCatalogue &m_catalogue;
    EmojiHabits &m_habits;
    QLocale::Language m_language = QLocale::English;
    QList<Line> m_lines;
    QList<int> m_groupLines; ///< by EmojiGroup
};

} // namespace salon
