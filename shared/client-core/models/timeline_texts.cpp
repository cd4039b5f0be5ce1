// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/client-core/models/timeline_texts.h"

#include "shared/client-core/session/people.h"
#include "shared/client-core/text/error_text.h"
#include "shared/client-core/text/event_text.h"
#include "shared/client-core/text/time_text.h"

namespace salon {

TimelineTexts::TimelineTexts(const People &people)
    : m_people(people)
{
}

QString TimelineTexts::authorName(const TimelineItem &item) const
{
    return item.event.alias.isEmpty() ? accountName(item) : item.event.alias;
}

QString TimelineTexts::gatewayName(const TimelineItem &item) const
{
    return item.event.alias.isEmpty() ? QString() : accountName(item);
}

QString TimelineTexts::accountName(const TimelineItem &item) const
{
    const QString name = m_people.nameOf(item.author(m_people.self()));
    return name.isEmpty() ? item.event.authorName : name;
}

QString TimelineTexts::authorLogin(const TimelineItem &item) const
{
    const Profile *author = m_people.find(item.author(m_people.self()));
    return author ? author->login : QString();
}

QString TimelineTexts::system(const TimelineItem &item) const
{
    if (item.type != TimelineItem::Type::Event || item.event.kind == EventKind::Message)
        return {};
    if (item.words.isNull())
        item.words = EventText::of(item.event, authorName(item), m_people.nameOf(item.event.subject));
    return item.words;
}

QString TimelineTexts::gap(const TimelineItem &item) const
{
    return item.type == TimelineItem::Type::Gap ? EventText::gap(item.gapFrom, item.event.seq) : QString();
}

QString TimelineTexts::error(const TimelineItem &item) const
{
    return item.state == SendState::Failed || item.isDelayed ? ErrorText::of(item.error) : QString();
}

QString TimelineTexts::line(const TimelineItem &item) const
{
    if (item.type == TimelineItem::Type::Gap)
        return gap(item);
    if (!item.isMessage())
        return system(item);
    if (item.event.deleted)
        return tr("%1: message deleted").arg(authorName(item));
    //: Somebody tells what they do: "Marie waves"
    return item.event.format == TextFormat::Action
        ? tr("%1 %2").arg(authorName(item), item.event.text)
        : tr("%1: %2").arg(authorName(item), EventText::withFiles(item.event, item.event.text));
}

QString TimelineTexts::spoken(const TimelineItem &item, const QString &text) const
{
    const QString time = TimeText::time(item.event.timeMs);
    if (item.type == TimelineItem::Type::Gap)
        return gap(item);
    if (!item.isMessage())
        //: For a screen reader: time, sentence
        return tr("%1: %2").arg(time, system(item));
    //: For a screen reader: a guest, the gateway through which it speaks
    const QString name
        = item.event.alias.isEmpty() ? authorName(item) : tr("%1 through %2").arg(authorName(item), gatewayName(item));
    switch (item.state) {
    case SendState::Failed:
        return tr("%1, %2, not sent: %3. %4").arg(name, time, text, ErrorText::of(item.error));
    case SendState::Saving:
    case SendState::Uploading:
    case SendState::Queued:
    case SendState::Sending:
        return tr("%1, %2, not sent yet: %3").arg(name, time, text);
    case SendState::Stored:
        break;
    }
    if (item.event.deleted)
        //: For a screen reader: author, time
        return tr("%1, %2: message deleted").arg(name, time);
    if (item.event.editedMs > 0)
        //: For a screen reader: author, time, text
        return tr("%1, %2, edited: %3").arg(name, time, text);
    //: For a screen reader: author, time, text
    return tr("%1, %2: %3").arg(name, time, text);
}

} // namespace salon
