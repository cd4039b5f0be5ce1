// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/client-core/text/search_text.h"

#include "shared/client-core/search/message_search.h"
#include "shared/client-core/session/people.h"
#include "shared/client-core/session/rooms.h"
#include "shared/client-core/text/completion.h"
#include "shared/client-core/text/search_names.h"
#include "shared/search/search_words.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>
#include <array>
#include <limits>
#include <optional>

using namespace Qt::StringLiterals;

namespace salon {
namespace {

using Kind = SearchChip::Kind;

constexpr qsizetype MaxText = 4096; ///< of a line that is looked at
constexpr qsizetype MaxChips = 32;

/// What somebody sees.
class Words
{
    Q_DECLARE_TR_FUNCTIONS(salon::SearchText)
public:
    static QString keyword(Kind kind)
    {
        switch (kind) {
        case Kind::From:
            //: typed before a person's name in a search, without a space: "from:marie". One of the words that are
            //: understood in every language: from, de
            return tr("from", "search");
        case Kind::In:
            //: before a room's name: "in:General". Understood are: in, dans
            return tr("in", "search");
        case Kind::Before:
            //: before a day: "before:2026-03-01". Understood are: before, avant
            return tr("before", "search");
        case Kind::After:
            //: before a day: "after:2026-03-01". Understood are: after, après
            return tr("after", "search");
        case Kind::Has:
            //: before what a message has: "has:file". Understood are: has, a
            return tr("has", "search");
        }
        return {};
    }
    static QString has(SearchHas what)
    {
        switch (what) {
        case SearchHas::File:
            //: "has:file". Understood are: file, fichier
            return tr("file", "search");
        case SearchHas::Image:
            return tr("image", "search");
        case SearchHas::Link:
            //: "has:link". Understood are: link, lien
            return tr("link", "search");
        }
        return {};
    }
    static QString fromLabel(const QString &name) { return tr("from %1").arg(name); }
    //: %1 a name as typed; messages of people who have no account here: imported ones, guests
    static QString fromNameLabel(const QString &name) { return tr("from “%1” (no account)").arg(name); }
    static QString several(const QString &value)
    {
        return tr("Several people here have a name that begins with “%1”.").arg(value);
    }
    static QString inLabel(const QString &room) { return tr("in %1").arg(room); }
    static QString beforeLabel(const QDate &day) { return tr("before %1").arg(shown(day)); }
    static QString afterLabel(const QDate &day) { return tr("from %1 on").arg(shown(day)); }
    static QString hasLabel(SearchHas what)
    {
        switch (what) {
        case SearchHas::File:
            return tr("with a file");
        case SearchHas::Image:
            return tr("with an image");
        case SearchHas::Link:
            return tr("with a link");
        }
        return {};
    }
    static QString problem(Kind kind, const QString &value)
    {
        switch (kind) {
        case Kind::From:
            return tr("Nobody here is called “%1”.").arg(value);
        case Kind::In:
            return tr("You are in no room called “%1”.").arg(value);
        case Kind::Before:
        case Kind::After:
            return tr("“%1” is no day; write it like 2026-03-01.").arg(value);
        case Kind::Has:
            return tr("A message can have a file, an image or a link, but no “%1”.").arg(value);
        }
        return {};
    }
    static QString shown(const QDate &day) { return QLocale().toString(day, QLocale::ShortFormat); }
    static QString rooms(int count) { return tr("%n room(s)", nullptr, count); }
    static QString searched(const QString &messages, const QString &rooms)
    {
        //: %1 "34,567 messages", %2 "12 rooms"
        return tr("%1 in %2 were searched.").arg(messages, rooms);
    }
    static QString searchedSince(const QString &messages, const QString &rooms, const QString &day)
    {
        //: %1 "34,567 messages", %2 "12 rooms", %3 a day
        return tr("%1 in %2 since %3 were searched.").arg(messages, rooms, day);
    }
    static QString messages(quint64 count)
    {
        return tr("%Ln message(s)", nullptr, int(std::min<quint64>(count, std::numeric_limits<int>::max())));
    }
    static QString onlyHere() { return tr("Only what is on this device: the server was not asked."); }
    static QString partial() { return tr("Older messages may be missing while they are being indexed."); }
};

std::optional<Kind> kindOf(const QString &keyword)
{
    struct Row
    {
        const char16_t *word;
        Kind kind;
    };
    static constexpr std::array rows{ Row{ u"from", Kind::From }, Row{ u"de", Kind::From }, Row{ u"in", Kind::In },
        Row{ u"dans", Kind::In }, Row{ u"before", Kind::Before }, Row{ u"avant", Kind::Before },
        Row{ u"after", Kind::After }, Row{ u"apres", Kind::After }, Row{ u"has", Kind::Has }, Row{ u"a", Kind::Has } };
    const QString folded = foldedForSearch(keyword);
    for (const Row &row : rows) {
        if (folded == QStringView(row.word))
            return row.kind;
    }
    return std::nullopt;
}

std::optional<SearchHas> hasOf(const QString &value)
{
    const QString folded = foldedForSearch(value);
    if (folded == "file"_L1 || folded == "fichier"_L1)
        return SearchHas::File;
    if (folded == "image"_L1)
        return SearchHas::Image;
    if (folded == "link"_L1 || folded == "lien"_L1)
        return SearchHas::Link;
    return std::nullopt;
}

/// 2026-03-01, 2026-03 or 2026, the latter ones their first day.
QDate dayOf(const QString &value)
{
    for (const QString &format : { u"yyyy-MM-dd"_s, u"yyyy-M-d"_s, u"yyyy-MM"_s, u"yyyy-M"_s, u"yyyy"_s }) {
        if (const QDate day = QDate::fromString(value, format); day.isValid())
            return day;
    }
    return {};
}

QString quotedIfNeeded(const QString &value)
{
    QString clean = value;
    clean.remove(u'"');
    const bool hasSpace = std::ranges::any_of(clean, [](QChar c) { return c.isSpace(); });
    return hasSpace ? u'"' + clean + u'"' : clean;
}

qint64 startOf(const QDate &day)
{
    return std::max<qint64>(day.startOfDay().toMSecsSinceEpoch(), 1);
}

/// Reads the line from the left.
class Parser
{
public:
    Parser(const QString &text, const People &people, const Rooms &rooms)
        : m_text(text.first(std::min(text.size(), MaxText)))
        , m_people(people)
        , m_rooms(rooms)
    {
    }

    ParsedSearch parse()
    {
        qsizetype at = 0;
        while (at < m_text.size()) {
            if (m_text[at].isSpace()) {
                m_words += m_text[at++];
                continue;
            }
            const qsizetype end = m_text[at] == u'"' ? endOfQuote(at) : endOfWord(at);
            if (m_text[at] == u'"' || !takeChip(at, end))
                m_words += m_text.sliced(at, end - at);
            at = end;
        }
        // The space at the end says that the last word is whole.
        const bool isWhole = !m_words.isEmpty() && m_words.back().isSpace() && !m_endsInChip;
        m_parsed.query.text = m_words.simplified();
        if (isWhole && !m_parsed.query.text.isEmpty())
            m_parsed.query.text += u' ';
        return m_parsed;
    }

private:
    [[nodiscard]] qsizetype endOfQuote(qsizetype at) const
    {
        const qsizetype end = m_text.indexOf(u'"', at + 1);
        return end < 0 ? m_text.size() : end + 1;
    }
    /// A value in quotation marks may have spaces.
    [[nodiscard]] qsizetype endOfWord(qsizetype at) const
    {
        while (at < m_text.size() && !m_text[at].isSpace()) {
            if (m_text[at] == u'"' && m_text[at - 1] == u':')
                return endOfQuote(at);
            ++at;
        }
        return at;
    }
    bool takeChip(qsizetype start, qsizetype end)
    {
        const QString piece = m_text.sliced(start, end - start);
        const qsizetype colon = piece.indexOf(u':');
        if (colon <= 0 || colon + 1 >= piece.size() || m_parsed.chips.size() >= MaxChips)
            return false;
        const auto kind = kindOf(piece.first(colon));
        QString value = piece.sliced(colon + 1);
        m_isQuoted = value.size() > 1 && value.endsWith(u'"');
        value.remove(u'"');
        value = value.trimmed();
        if (!kind || value.isEmpty())
            return false;
        SearchChip chip{ *kind, start, end - start, value, {}, {} };
        chip.label = understand(*kind, value);
        if (chip.label.isEmpty())
            chip.problem = m_areSeveral ? Words::several(value) : Words::problem(*kind, value);
        m_parsed.chips.append(chip);
        m_areSeveral = false;
        m_endsInChip = end == m_text.size() || m_text.sliced(end).trimmed().isEmpty();
        return true;
    }
    /// The label; empty: it could not be understood.
    QString understand(Kind kind, const QString &value)
    {
        SearchQuery &query = m_parsed.query;
        switch (kind) {
        case Kind::From:
            return understandFrom(value);
        case Kind::In: {
            const RoomId room = roomOf(value, m_rooms);
            if (!room.isValid())
                return {};
            query.room = room;
            return Words::inLabel(m_rooms.displayName(room));
        }
        case Kind::Before:
        case Kind::After: {
            const QDate day = dayOf(value);
            if (!day.isValid())
                return {};
            (kind == Kind::Before ? query.untilMs : query.sinceMs) = startOf(day);
            return kind == Kind::Before ? Words::beforeLabel(day) : Words::afterLabel(day);
        }
        case Kind::Has: {
            const auto what = hasOf(value);
            if (!what)
                return {};
            query.hasFile = query.hasFile || *what == SearchHas::File;
            query.hasImage = query.hasImage || *what == SearchHas::Image;
            query.hasLink = query.hasLink || *what == SearchHas::Link;
            return Words::hasLabel(*what);
        }
        }
        return {};
    }

    /// Somebody with an account may have been imported under the same name before, and there are names without one.
    QString understandFrom(const QString &value)
    {
        const NamedPerson person = personOf(value, m_people);
        m_areSeveral = person.areSeveral && !m_isQuoted;
        if (m_areSeveral)
            return {};
        m_parsed.query.from = person.account;
        if (person.isWhole) {
            m_parsed.query.fromName = m_people.nameOf(person.account) + u' ';
            return Words::fromLabel(m_people.nameOf(person.account));
        }
        m_parsed.query.fromName = m_isQuoted ? value + u' ' : value;
        if (person.account.isValid())
            return Words::fromLabel(m_people.nameOf(person.account));
        if (!nameTerm(value).words.isEmpty())
            return Words::fromNameLabel(value);
        m_parsed.query.fromName.clear();
        return {};
    }

    QString m_text;
    const People &m_people;
    const Rooms &m_rooms;
    QString m_words;
    bool m_endsInChip = false;
    bool m_isQuoted = false; ///< the value of the chip that is read
    bool m_areSeveral = false;
    ParsedSearch m_parsed;
};

QString dayText(qint64 ms)
{
    return QDateTime::fromMSecsSinceEpoch(ms).date().toString(Qt::ISODate);
}

} // namespace

ParsedSearch parseSearch(const QString &text, const People &people, const Rooms &rooms)
{
    return Parser(text, people, rooms).parse();
}

QString searchText(const SearchQuery &query, const People &people, const Rooms &rooms)
{
    QString text;
    if (query.room.isValid())
        text += chipText(Kind::In, rooms.displayName(query.room));
    if (query.from.isValid()) {
        const Profile *person = people.find(query.from);
        text += chipText(Kind::From, person && !person->login.isEmpty() ? person->login : people.nameOf(query.from));
    } else if (!query.fromName.isEmpty()) {
        const bool isWhole = query.fromName.endsWith(u' ');
        text += isWhole ? Words::keyword(Kind::From) + u":\""_s + query.fromName.trimmed().remove(u'"') + u"\" "_s
                        : chipText(Kind::From, query.fromName);
    }
    if (query.sinceMs > 0)
        text += chipText(Kind::After, dayText(query.sinceMs));
    if (query.untilMs > 0)
        text += chipText(Kind::Before, dayText(query.untilMs));
    for (const auto &[wanted, what] : { std::pair(query.hasFile, SearchHas::File),
             std::pair(query.hasImage, SearchHas::Image), std::pair(query.hasLink, SearchHas::Link) }) {
        if (wanted)
            text += chipText(Kind::Has, hasText(what));
    }
    return text + query.text;
}

QString chipText(SearchChip::Kind kind, const QString &value)
{
    const QString chip = Words::keyword(kind) + u':';
    return value.isEmpty() ? chip : chip + quotedIfNeeded(value) + u' ';
}

QString hasText(SearchHas what)
{
    return Words::has(what);
}

QString coverageText(const SearchCoverage &coverage)
{
    const QString rooms = Words::rooms(coverage.rooms);
    const QString messages = Words::messages(coverage.messages);
    QString text = coverage.oldestMs > 0
        ? Words::searchedSince(messages, rooms, Words::shown(QDateTime::fromMSecsSinceEpoch(coverage.oldestMs).date()))
        : Words::searched(messages, rooms);
    if (!coverage.serverAsked)
        text += u' ' + Words::onlyHere();
    else if (coverage.isPartial)
        text += u' ' + Words::partial();
    return text;
}

} // namespace salon
