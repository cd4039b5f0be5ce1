// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-gui/search/search_suggestions.h"

#include "client-gui/app/theme.h"
#include "shared/client-core/text/completion.h"
#include "shared/client-core/text/time_text.h"
#include "shared/client-core/workspace.h"

#include <QEvent>
#include <QListWidget>
#include <QLocale>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace salon {

namespace {

struct Ranked
{
    int rank = 0;
    SearchSuggestion suggestion{};
};

/// 0: begins so, 1: a later word does, -1: not at all.
int rankOf(const QString &name, const QString &typed)
{
    const QString folded = foldedForSearch(name);
    if (folded.startsWith(typed))
        return 0;
    return folded.contains(u' ' + typed) || folded.contains(u'-' + typed) ? 1 : -1;
}

QList<SearchSuggestion> best(QList<Ranked> found)
{
    std::stable_sort(found.begin(), found.end(), [](const Ranked &a, const Ranked &b) {
        return a.rank != b.rank ? a.rank < b.rank : a.suggestion.row.name.localeAwareCompare(b.suggestion.row.name) < 0;
    });
    QList<SearchSuggestion> list;
    for (const Ranked &each : found.first(std::min<qsizetype>(found.size(), SearchSuggestions::Most)))
        list.append(each.suggestion);
    return list;
}

QList<SearchSuggestion> people(const QString &typed, const Workspace &workspace)
{
    QList<Ranked> found;
    const QList<Profile> all = workspace.people().all();
    for (const Profile &person : all) {
        const int name = rankOf(person.displayName, typed);
        const int login = rankOf(person.login, typed);
        const int rank = name < 0 ? login : login < 0 ? name : std::min(name, login);
        if (rank >= 0 && !person.login.isEmpty())
            found.append({ rank,
                { { person.displayName.isEmpty() ? person.login : person.displayName, u'@' + person.login, {}, {},
                      person.id.value },
                    person.login } });
    }
    return best(std::move(found));
}

QList<SearchSuggestion> rooms(const QString &typed, const Workspace &workspace)
{
    QList<Ranked> found;
    const QList<RoomId> all = workspace.rooms().ids();
    for (const RoomId id : all) {
        const RoomSummary *room = workspace.rooms().find(id);
        const QString name = workspace.rooms().displayName(id);
        const int rank = rankOf(name, typed);
        if (rank < 0 || name.isEmpty())
            continue;
        PickPopup::Row row{ name, {}, room->kind == RoomKind::Private ? u"lock"_s : u"hash"_s };
        if (room->kind == RoomKind::Direct) {
            row.icon.clear();
            row.face = room->others.value(0).id.value;
        }
        found.append({ rank, { row, name } });
    }
    return best(std::move(found));
}

} // namespace

std::optional<OpenCondition> SearchSuggestions::openCondition(const QString &text, const Workspace &workspace)
{
    // The last word, or what stands after the last opening quotation mark.
    const bool isQuoted = text.count(u'"') % 2 == 1;
    const qsizetype from = isQuoted ? text.lastIndexOf(u'"') - 1 : text.size() - 1;
    const qsizetype start = text.lastIndexOf(u' ', std::max<qsizetype>(from, 0)) + 1;
    const qsizetype colon = text.indexOf(u':', start);
    if (colon <= start || (isQuoted && colon > from))
        return std::nullopt;
    // Whether it is the name of a condition is known where lines are read.
    const QString probe = text.mid(start, colon - start) + u":x"_s;
    const ParsedSearch read = parseSearch(probe, workspace.people(), workspace.rooms());
    if (read.chips.size() != 1)
        return std::nullopt;
    return OpenCondition{ read.chips.constFirst().kind, start, text.mid(colon + 1).remove(u'"') };
}

QList<SearchSuggestion> SearchSuggestions::of(const OpenCondition &condition, const Workspace &workspace)
{
    const QString typed = foldedForSearch(condition.typed);
    QList<SearchSuggestion> list;
    switch (condition.kind) {
    case SearchChip::Kind::From:
        return people(typed, workspace);
    case SearchChip::Kind::In:
        return rooms(typed, workspace);
    case SearchChip::Kind::Before:
    case SearchChip::Kind::After: {
        const QDate today = QDate::currentDate();
        for (const QDate &day : { today, today.addDays(-1), today.addDays(-7), today.addMonths(-1), today.addMonths(-3),
                 today.addYears(-1) }) {
            const QString value = day.toString(Qt::ISODate);
            if (typed.isEmpty() || value.startsWith(typed))
                list.append({ { TimeText::day(day, today), QLocale().toString(day, QLocale::ShortFormat), u"queued"_s },
                    value });
        }
        //: In a list of days to search before or after
        list.append(SearchSuggestion{ { tr("Choose in the calendar…"), {}, u"calendar"_s } });
        return list;
    }
    case SearchChip::Kind::Has: {
        const std::pair<SearchHas, QString> kinds[]{ { SearchHas::File, u"file"_s }, { SearchHas::Image, u"eye"_s },
            { SearchHas::Link, u"link"_s } };
        for (const auto &[has, icon] : kinds)
            if (hasText(has).startsWith(typed))
                list.append({ { hasText(has), {}, icon }, hasText(has) });
        return list;
    }
    }
    return list;
}

SuggestionPopup::SuggestionPopup(Theme &theme, QWidget *parent)
    : PickPopup(theme, parent)
{
    setObjectName(u"searchSuggestions"_s);
    setFocusPolicy(Qt::NoFocus);
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(0);
    layout->addWidget(&list());
    retranslateUi();
}

void SuggestionPopup::offer(const QList<SearchSuggestion> &suggestions, QPoint corner, int width)
{
    m_suggestions = suggestions;
    if (suggestions.isEmpty()) {
        hide();
        return;
    }
    QList<Row> rows;
    for (const SearchSuggestion &each : suggestions)
        rows.append(each.row);
    setRows(rows);
    const int pad = theme().tokens().space(Space::Tight);
    layout()->setContentsMargins(pad, pad, pad, pad);
    setGeometry(corner.x(), corner.y(), width, listHeight(SearchSuggestions::Most) + 2 * pad);
    raise();
    show();
}

const SearchSuggestion *SuggestionPopup::chosen() const
{
    const int row = chosenRow();
    return isVisible() && row >= 0 && row < m_suggestions.size() ? &m_suggestions[row] : nullptr;
}

void SuggestionPopup::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslateUi();
    PickPopup::changeEvent(event);
}

void SuggestionPopup::retranslateUi()
{
    list().setAccessibleName(tr("Suggestions"));
}

} // namespace salon
