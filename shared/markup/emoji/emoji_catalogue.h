// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QHash>
#include <QList>
#include <QLocale>
#include <QString>
#include <QStringList>

#include <memory>

namespace salon {

/// Unicode's groups in Unicode's order.
enum class EmojiGroup : quint8
{
    Smileys,
    People,
    Animals,
    Food,
    Travel,
    Activities,
    Objects,
    Symbols,
    Flags
};
inline constexpr int EmojiGroupCount = 9;

struct Emoji
{
    QString sequence{}; ///< fully qualified, without a skin tone
    EmojiGroup group = EmojiGroup::Smileys;
    QString nameEn{}; ///< "thumbs up"
    QString nameFr{}; ///< "pouce vers le haut"
    QStringList shortcodes{}; ///< without colons; what is best known first ("+1", "thumbs_up", "pouce_vers_le_haut")
    QStringList skinTones{}; ///< of light to dark skin: five, or none

    /// English for every language but French.
    [[nodiscard]] const QString &name(QLocale::Language language) const
    {
        return language == QLocale::French ? nameFr : nameEn;
    }
};

/// All emoji of Unicode with their names in English and French. Made once by a program and passed to who needs it, in
/// one thread. It reads its table when it is asked something for the first time, which takes some milliseconds, and so
/// does the first search: a program that shows no emoji never pays for them.
class EmojiCatalogue
{
public:
    EmojiCatalogue();
    ~EmojiCatalogue();
    Q_DISABLE_COPY_MOVE(EmojiCatalogue)

    /// In the order of Unicode, group after group.
    [[nodiscard]] const QList<Emoji> &all() const { return table().all; }
    [[nodiscard]] QList<Emoji> inGroup(EmojiGroup group) const;
    [[nodiscard]] QString groupName(EmojiGroup group, QLocale::Language language) const;

    /// Also for one with a skin tone, and whether or not the emoji selector is written. Null if unknown; valid as long
    /// as the catalogue.
    [[nodiscard]] const Emoji *find(const QString &sequence) const;
    /// "thumbs up: light skin tone" for every known sequence, else the sequence itself. For screen readers and tips.
    [[nodiscard]] QString nameOf(const QString &sequence, QLocale::Language language) const;

    /// The emoji of ":name:" (colons may be left out, case does not matter); empty if there is none.
    [[nodiscard]] QString fromShortcode(const QString &shortcode) const;
    /// `text` with an emoji for every known :shortcode: that stands by itself and outside of `code`.
    [[nodiscard]] QString withEmoji(const QString &text) const;

    /// At most `limit` that fit what somebody types, best first: whole name or shortcode, then its beginning, then
    /// beginnings of words of it, of keywords, of the other language; whatever the case and the accents. All words that
    /// are typed must fit.
    [[nodiscard]] QList<Emoji> search(const QString &text, QLocale::Language language, int limit) const;

private:
    /// One language's words of an emoji as they are searched: folded, a space before each.
    struct Words
    {
        QString name{};
        QString keywords{};
    };
    struct Searched
    {
        Words english{};
        Words french{};
        QStringList shortcodes{};
    };
    struct Labels
    {
        QString english{};
        QString french{};
    };

    struct Table
    {
        QList<Emoji> all{};
        QList<Labels> keywords{}; ///< of all, as they stand in the data
        QList<Searched> searched{}; ///< of all; empty until somebody searches
        QList<Labels> groups{};
        QHash<QString, Labels> tones{};
        QHash<QString, qsizetype> bySequence{}; ///< without selectors
        QHash<QString, qsizetype> byShortcode{};

        Table();
        void readLine(const QStringList &cells);
        void readEmoji(const QStringList &cells);
        void prepareSearch();
    };

    [[nodiscard]] static int rank(const Searched &emoji, const QStringList &words, QLocale::Language language);
    [[nodiscard]] Table &table() const;

    mutable std::unique_ptr<Table> m_table{}; ///< read when something is asked first
};

} // namespace salon
