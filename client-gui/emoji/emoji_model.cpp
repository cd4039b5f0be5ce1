// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-gui/emoji/emoji_model.h"

#include "client-gui/emoji/emoji_habits.h"
#include "client-gui/widgets/plain_tool_tip.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace salon {

namespace {
constexpr qsizetype MostShortcodes = 3;
} // namespace

EmojiModel::EmojiModel(const EmojiCatalogue &catalogue, EmojiHabits &habits, QObject *parent)
    : QAbstractTableModel(parent)
    , m_catalogue(catalogue)
    , m_habits(habits)
{
}

void EmojiModel::show(const QString &search, QLocale::Language language)
{
    beginResetModel();
    m_language = language;
    m_lines.clear();
    m_groupLines.clear();
    if (!search.trimmed().isEmpty()) {
        append({}, found(search));
    } else {
        if (const QStringList recent = m_habits.recent(); !recent.isEmpty())
            append(tr("Recently used"), recent);
        for (int group = 0; group < EmojiGroupCount; ++group) {
            m_groupLines.append(int(m_lines.size()));
            append(m_catalogue.groupName(EmojiGroup(group), language), toned(m_catalogue.inGroup(EmojiGroup(group))));
        }
    }
    endResetModel();
}

void EmojiModel::append(const QString &heading, const QStringList &emoji)
{
    if (!heading.isEmpty())
        m_lines.append({ heading, {} });
    for (qsizetype at = 0; at < emoji.size(); at += Columns)
        m_lines.append({ {}, emoji.mid(at, Columns) });
}

QStringList EmojiModel::toned(const QList<Emoji> &emoji) const
{
    QStringList sequences;
    sequences.reserve(emoji.size());
    for (const Emoji &each : emoji)
        sequences.append(m_habits.toned(each));
    return sequences;
}

/// In the language of the interface first, which brings English with it; then in the other one.
QStringList EmojiModel::found(const QString &search) const
{
    QStringList sequences = toned(m_catalogue.search(search, m_language, MostFound));
    if (m_language != QLocale::French) {
        const QStringList french = toned(m_catalogue.search(search, QLocale::French, MostFound));
        std::copy_if(french.cbegin(), french.cend(), std::back_inserter(sequences),
            [&sequences](const QString &emoji) { return !sequences.contains(emoji); });
    }
    return sequences.mid(0, MostFound);
}

int EmojiModel::lineOf(EmojiGroup group) const
{
    return m_groupLines.value(int(group), -1);
}

bool EmojiModel::isHeading(int row) const
{
    return !m_lines.value(row).heading.isEmpty();
}

QModelIndex EmojiModel::firstEmoji() const
{
    return emojiAfter({}, 1);
}

QModelIndex EmojiModel::emojiAfter(const QModelIndex &from, int step) const
{
    int row = from.isValid() ? from.row() : 0;
    int column = from.isValid() ? from.column() + step : 0;
    while (row >= 0 && row < m_lines.size()) {
        const int last = int(m_lines[row].emoji.size()) - 1;
        if (column >= 0 && column <= last)
            return index(row, column);
        row += step;
        if (row >= 0 && row < m_lines.size())
            column = step > 0 ? 0 : int(m_lines[row].emoji.size()) - 1;
    }
    return {};
}

QModelIndex EmojiModel::emojiBeside(const QModelIndex &from, int lines) const
{
    const int step = lines < 0 ? -1 : 1;
    QModelIndex reached;
    for (int row = from.row() + step; lines != 0 && row >= 0 && row < m_lines.size(); row += step) {
        if (isHeading(row))
            continue;
        reached = index(row, std::min(from.column(), int(m_lines[row].emoji.size()) - 1));
        lines -= step;
    }
    return reached;
}

int EmojiModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_lines.size());
}

int EmojiModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : Columns;
}

QVariant EmojiModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Line &line = m_lines[index.row()];
    if (role == IsHeadingRole)
        return !line.heading.isEmpty();
    if (!line.heading.isEmpty())
        return index.column() == 0 && (role == Qt::DisplayRole || role == Qt::AccessibleTextRole)
            ? QVariant(line.heading)
            : QVariant();
    const QString emoji = line.emoji.value(index.column());
    if (emoji.isEmpty())
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return emoji;
    case NameRole:
    case Qt::AccessibleTextRole:
        return m_catalogue.nameOf(emoji, m_language);
    case ShortcodesRole:
        return shortcodes(emoji);
    case Qt::ToolTipRole:
        return plainToolTip(m_catalogue.nameOf(emoji, m_language) + u'\n' + shortcodes(emoji));
    default:
        return {};
    }
}

QString EmojiModel::shortcodes(const QString &emoji) const
{
    const Emoji *known = m_catalogue.find(emoji);
    QStringList codes;
    const qsizetype count = known ? std::min(known->shortcodes.size(), MostShortcodes) : 0;
    for (qsizetype i = 0; i < count; ++i)
        codes.append(u':' + known->shortcodes[i] + u':');
    return codes.join(u' ');
}

Qt::ItemFlags EmojiModel::flags(const QModelIndex &index) const
{
    const bool isEmoji = index.isValid() && index.column() < m_lines.value(index.row()).emoji.size();
    return isEmoji ? Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren : Qt::NoItemFlags;
}

} // namespace salon
