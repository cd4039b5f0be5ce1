// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/client-core/text/rules_text.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace salon {
namespace {

constexpr quint32 Minute = 60;
constexpr quint32 Hour = 60 * Minute;
constexpr quint32 MostCounted = 1'000'000;

int counted(quint32 number)
{
    return int(std::min(number, MostCounted));
}

} // namespace

QString RulesText::duration(quint32 seconds)
{
    if (seconds >= Hour && seconds % Hour == 0)
        return tr("%n hour(s)", nullptr, counted(seconds / Hour));
    if (seconds >= Minute && seconds % Minute == 0)
        return tr("%n minute(s)", nullptr, counted(seconds / Minute));
    return tr("%n second(s)", nullptr, counted(seconds));
}

QString RulesText::line(const RoomRules &rules)
{
    QStringList parts;
    if (rules.posting != RoomPeople::Everyone)
        parts << tr("Only moderators write");
    if (rules.files == RoomPeople::Moderators)
        parts << tr("Only moderators send files");
    else if (rules.files == RoomPeople::Nobody)
        parts << tr("No files");
    if (rules.plainOnly)
        parts << tr("Plain text only");
    if (rules.history == NewcomerHistory::FromJoining)
        parts << tr("Newcomers read from when they first came in");
    else if (rules.history == NewcomerHistory::Nothing)
        parts << tr("Newcomers read nothing older");
    if (rules.retentionDays > 0)
        parts << tr("Messages are kept for %n day(s)", nullptr, counted(rules.retentionDays));
    if (rules.slowSeconds > 0)
        parts << tr("Slow mode: %1").arg(duration(rules.slowSeconds));
    if (rules.noSeen)
        parts << tr("Reading is not shown");
    if (rules.noTyping)
        parts << tr("Typing is not shown");
    return parts.join(u" · "_s);
}

QStringList RulesText::sentences(const RoomRules &rules)
{
    const RoomRules usual;
    QStringList sentences;
    const auto add = [&sentences](const char *name, quint32 value, quint32 usually) {
        if (value != usually)
            sentences << ofChange(QLatin1StringView(name) + u'=' + QString::number(value));
    };
    add("posting", quint32(rules.posting), quint32(usual.posting));
    add("files", quint32(rules.files), quint32(usual.files));
    add("plainOnly", quint32(rules.plainOnly), quint32(usual.plainOnly));
    add("history", quint32(rules.history), quint32(usual.history));
    add("retentionDays", rules.retentionDays, usual.retentionDays);
    add("slowSeconds", rules.slowSeconds, usual.slowSeconds);
    add("noSeen", quint32(rules.noSeen), quint32(usual.noSeen));
    add("noTyping", quint32(rules.noTyping), quint32(usual.noTyping));
    sentences.removeAll(QString());
    return sentences;
}

QString RulesText::ofChange(const QString &param)
{
    const qsizetype equals = param.indexOf(u'=');
    const QString name = param.left(equals);
    bool isNumber = false;
    const quint32 value = param.mid(equals + 1).toUInt(&isNumber);
    if (equals <= 0 || !isNumber)
        return {};
    if (name == "posting"_L1)
        return value == 0 ? tr("Every member may write.")
                          : tr("Only moderators and the person who made the room may write.");
    if (name == "files"_L1)
        return value == 0 ? tr("Every member may send files.")
            : value == 1  ? tr("Only moderators and the person who made the room may send files.")
                          : tr("Nobody may send files.");
    if (name == "plainOnly"_L1)
        return value == 0 ? tr("Texts may be formatted.") : tr("Texts are shown as they were typed, unformatted.");
    if (name == "history"_L1)
        return value == 0 ? tr("Newcomers can read everything that was written before.")
            : value == 1  ? tr("Newcomers can read what is written from the first time that they come in.")
                          : tr("Newcomers can read nothing of what was written before, whenever they come in.");
    if (name == "retentionDays"_L1)
        return value == 0 ? tr("Messages are kept for ever.")
                          : tr("Messages are removed for good after %n day(s).", nullptr, counted(value));
    if (name == "slowSeconds"_L1)
        return value == 0 ? tr("Slow mode is off.")
                          : tr("Slow mode: there are %1 between two messages of one person.").arg(duration(value));
    if (name == "noSeen"_L1)
        return value == 0 ? tr("Others may be told how far one has read.")
                          : tr("Nobody is told how far others have read.");
    if (name == "noTyping"_L1)
        return value == 0 ? tr("Others may be told that one types.") : tr("Nobody is told who is typing.");
    return {};
}

} // namespace salon
