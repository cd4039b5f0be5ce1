// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/markup/name_finder.h"

#include "shared/base/text_limits.h"

using namespace Qt::StringLiterals;

namespace salon {
namespace {

constexpr int MaxQuestions = 2048;
constexpr qsizetype MaxRoomNameChars = 2 * text_limits::MaxRoomNameGraphemes;
constexpr int MaxRoomNameEnds = 16;

bool isLoginChar(QChar c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9') || c == u'.' || c == u'_'
        || c == u'-';
}

bool isWordChar(QChar c)
{
    return c.isLetterOrNumber() || c.isMark() || c.isSurrogate() || c == u'@';
}

} // namespace

NameFinder::NameFinder(const MarkupNames &names)
    : m_names(names)
    , m_questionsLeft(MaxQuestions)
{
}

QList<NameSpan> NameFinder::find(QStringView text)
{
    QList<NameSpan> found;
    for (qsizetype at = 0; at < text.size(); ++at) {
        std::optional<NameSpan> span;
        if (text[at] == u'@')
            span = personAt(text, at);
        else if (text[at] == u'#')
            span = roomAt(text, at);
        if (span) {
            at += span->length - 1;
            found.append(*std::move(span));
        }
    }
    return found;
}

std::optional<NameSpan> NameFinder::personAt(QStringView text, qsizetype at)
{
    if (at > 0 && (isWordChar(text[at - 1]) || isLoginChar(text[at - 1])))
        return {};
    qsizetype end = at + 1;
    while (end < text.size() && isLoginChar(text[end]))
        ++end;
    // A little more than a login may take: punctuation that follows it.
    const bool endsAWord = end == text.size() || !isWordChar(text[end]);
    if (end == at + 1 || end - at > text_limits::MaxLoginChars + 8 || !endsAWord)
        return {};
    // "@marie." is marie, unless there is an account "marie.".
    for (QString login = text.sliced(at + 1, end - at - 1).toString().toLower(); !login.isEmpty(); login.chop(1)) {
        if (auto span = resolved(login)) {
            span->start = at;
            span->length = login.size() + 1;
            return span;
        }
        if (login.back().isLetterOrNumber())
            break;
    }
    return {};
}

std::optional<NameSpan> NameFinder::resolved(const QString &login)
{
    const bool isCall
        = (login == "here"_L1 && m_names.call != Call::Nobody) || (login == "room"_L1 && m_names.call == Call::Room);
    if (isCall)
        return NameSpan{ NameSpan::Kind::Everyone, 0, 0, u'@' + login, 0, m_names.callsMe };
    if (!m_names.person || m_questionsLeft-- <= 0)
        return {};
    const auto person = m_names.person(login);
    if (!person)
        return {};
    return NameSpan{ NameSpan::Kind::Person, 0, 0, u'@' + (person->shown.isEmpty() ? login : person->shown), person->id,
        person->isMe };
}

std::optional<NameSpan> NameFinder::roomAt(QStringView text, qsizetype at)
{
    const bool insideWord = at > 0 && (isWordChar(text[at - 1]) || QStringView(u"#&/_").contains(text[at - 1]));
    if (!m_names.room || insideWord || at + 1 == text.size() || text[at + 1].isSpace())
        return {};
    QList<qsizetype> ends; // of words, where the name may end
    const qsizetype last = std::min(text.size(), at + 1 + MaxRoomNameChars);
    for (qsizetype end = at + 2; end <= last && ends.size() < MaxRoomNameEnds; ++end) {
        const bool endsAWord = end == text.size() || !(isWordChar(text[end]) || text[end] == u'_');
        if (endsAWord && !text[end - 1].isSpace())
            ends.append(end);
    }
    while (!ends.isEmpty() && m_questionsLeft-- > 0) {
        const qsizetype end = ends.takeLast();
        if (const auto room = m_names.room(text.sliced(at + 1, end - at - 1).toString())) {
            const QString shown = room->shown.isEmpty() ? text.sliced(at + 1, end - at - 1).toString() : room->shown;
            return NameSpan{ NameSpan::Kind::Room, at, end - at, u'#' + shown, room->id, false };
        }
    }
    return {};
}

} // namespace salon
