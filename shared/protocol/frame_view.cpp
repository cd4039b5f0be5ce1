// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/protocol/frame_view.h"

#include "shared/protocol/frame_codec.h"
#include "shared/protocol/frame_shapes.h"
#include "shared/protocol/limits.h"

#include <QtEndian>
#include <algorithm>
#include <array>

namespace salon {
namespace {

using Kind = FramePart::Kind;
using Shape = FramePart::Shape;

// What hidden bytes become: hidden again when looked at again, in the same place.
constexpr char HiddenContent = '*';
constexpr char HiddenRest = char(0xff); ///< begins no item

constexpr int MaxParts = 64 * 1024; ///< more than any message has

/// First bytes of a CBOR item (RFC 8949 §3): major type and its number.
struct Head
{
    int major = 0;
    int info = 0;
    quint64 value = 0;
    qsizetype size = 0;
};

/// Walks through a frame once. Either fills a view, or overwrites what must not be seen.
class FrameWalk
{
public:
    FrameWalk(const QByteArray &frame, FrameView *view, QByteArray *hidden)
        : m_frame(frame)
        , m_view(view)
        , m_hidden(hidden)
    {
    }

    void run()
    {
        FramePart top; // collects; thrown away
        const bool whole = frame(top);
        if (!whole)
            unreadable(top);
        if (m_view) {
            m_view->parts = std::move(top.parts);
            m_view->isUnderstood = whole;
        }
    }

private:
    [[nodiscard]] qsizetype remaining() const { return m_frame.size() - m_at; }

    std::optional<Head> peek() const
    {
        if (remaining() < 1)
            return {};
        const auto first = uchar(m_frame[m_at]);
        Head head{ first >> 5, first & 0x1f, quint64(first & 0x1f), 1 };
        if (head.info < 24)
            return head;
        if (head.info > 27)
            return {}; // reserved, or of indefinite length
        const int extra = 1 << (head.info - 24);
        if (remaining() <= extra)
            return {};
        head.value = 0;
        for (int i = 1; i <= extra; ++i)
            head.value = (head.value << 8) | uchar(m_frame[m_at + i]);
        head.size += extra;
        return head;
    }

    void take(FrameByteKind kind, qsizetype size)
    {
        if (m_view && size > 0)
            m_view->stretches.append({ kind, m_at, size });
        m_at += size;
    }

    void overwrite(qsizetype at, qsizetype size, char with)
    {
        if (m_hidden)
            std::fill_n(m_hidden->begin() + at, size, with);
    }

    /// Ends a part that began at `part.at`.
    void append(FramePart &parent, FramePart &&part) const
    {
        part.size = m_at - part.at;
        if (m_view)
            parent.parts.append(std::move(part));
    }

    /// Of a value that could not be read nothing is told, not even what its first byte seemed to say.
    static void forget(FramePart &part)
    {
        if (!part.parts.isEmpty())
            return; // a container; what was wrong is inside
        part.shape = Shape::Other;
        part.type.clear();
        part.isHidden = false;
        part.number = 0;
    }

    bool frame(FramePart &top)
    {
        if (m_frame.size() < FramePrefixBytes)
            return false;
        const auto length = qFromBigEndian<quint32>(m_frame.constData());
        take(FrameByteKind::Length, FramePrefixBytes);
        append(top, number(Kind::Length, 0, length));
        const auto envelope = peek();
        if (qsizetype(length) != remaining() || !envelope || envelope->major != 4 || envelope->value != 3)
            return false;
        const qsizetype at = m_at;
        take(FrameByteKind::Structure, envelope->size);
        append(top, number(Kind::Envelope, at, envelope->value));
        return type(top) && correlation(top) && fields(top) && remaining() == 0;
    }

    static FramePart number(Kind kind, qsizetype at, quint64 value)
    {
        FramePart part;
        part.kind = kind;
        part.number = value;
        part.at = at;
        return part;
    }

    bool type(FramePart &top)
    {
        const auto head = peek();
        if (!head || head->major != 0)
            return false;
        m_record = wire::shapeOfMessage(head->value);
        m_hidesRest = !m_record || m_record->hasSecrets;
        FramePart part = number(Kind::Type, m_at, head->value);
        if (m_view) {
            m_view->type = quint32(std::min<quint64>(head->value, std::numeric_limits<quint32>::max()));
            for (const MessageInfo &info : messageInfos) {
                if (quint64(info.type) == head->value) {
                    m_view->name = info.name;
                    m_view->role = info.role;
                }
            }
            part.word = m_view->name;
        }
        take(FrameByteKind::Type, head->size);
        append(top, std::move(part));
        return true;
    }

    bool correlation(FramePart &top)
    {
        const auto head = peek();
        if (!head || head->major != 0)
            return false;
        FramePart part = number(Kind::Correlation, m_at, head->value);
        if (m_view)
            m_view->correlation = head->value;
        take(FrameByteKind::Correlation, head->size);
        append(top, std::move(part));
        return true;
    }

    bool fields(FramePart &top)
    {
        const auto head = peek();
        if (!head || head->major != 5)
            return false;
        FramePart part = number(Kind::Fields, m_at, head->value);
        part.shape = Shape::Record;
        const bool whole = map(part, *head, m_record, !m_record, 2);
        if (m_at > part.at)
            append(top, std::move(part));
        return whole;
    }

    /// The pairs of the map at the front into `part`. Without a record, and with `hides`, names are not known.
    bool map(FramePart &part, const Head &head, const wire::RecordShape *record, bool hides, int depth)
    {
        if (depth > wire_limits::MaxDepth || head.value > quint64(wire_limits::MaxMapPairs))
            return false;
        take(FrameByteKind::Structure, head.size);
        for (quint64 i = 0; i < head.value; ++i) {
            const auto key = peek();
            if (!key || key->major != 0)
                return false;
            const wire::FieldShape *field = record ? record->find(key->value) : nullptr;
            FramePart pair;
            pair.at = m_at;
            pair.key = key->value;
            if (m_view && field)
                pair.name = field->name;
            // Of what is not known nobody can say that it is not secret.
            const bool isUnknown = record && !field;
            take(FrameByteKind::Key, key->size);
            const bool whole
                = value(pair, field ? field->value : nullptr, hides || isUnknown || (field && field->isSecret), depth);
            if (!whole)
                forget(pair);
            append(part, std::move(pair));
            if (!whole)
                return false;
        }
        return true;
    }

    bool list(FramePart &part, const Head &head, const wire::ValueShape *item, bool hides, int depth)
    {
        if (depth > wire_limits::MaxDepth || head.value > quint64(wire_limits::MaxArrayItems))
            return false;
        take(FrameByteKind::Structure, head.size);
        for (quint64 i = 0; i < head.value; ++i) {
            FramePart entry;
            entry.kind = Kind::Item;
            entry.key = i;
            entry.at = m_at;
            const bool whole = value(entry, item, hides, depth);
            if (!whole)
                forget(entry);
            append(part, std::move(entry));
            if (!whole)
                return false;
        }
        return true;
    }

    /// The item at the front into `part`. `shape`: what it should be; null: nobody knows.
    bool value(FramePart &part, const wire::ValueShape *shape, bool hides, int depth)
    {
        const auto head = peek();
        if (!head || ++m_parts > MaxParts)
            return false;
        const bool fits = shape && fitsShape(*head, *shape);
        hides = hides || (shape && !fits && shape->hasSecrets());
        part.isHidden = hides;
        part.number = head->value;
        if (m_view && fits)
            part.type = shape->type;
        switch (head->major) {
        case 2:
        case 3:
            return string(part, *head, fits ? shape : nullptr, hides);
        case 4:
            part.shape = Shape::List;
            part.isHidden = false; // its items are
            return list(part, *head, fits ? shape->item : nullptr, hides, depth + 1);
        case 5:
            part.shape = Shape::Record;
            part.isHidden = false;
            return map(part, *head, fits ? shape->record : nullptr, hides, depth + 1);
        case 6:
            return false; // tags have no place in a frame
        default:
            return plain(part, *head, fits ? shape : nullptr, hides);
        }
    }

    static bool fitsShape(const Head &head, const wire::ValueShape &shape)
    {
        switch (shape.shape) {
        case Shape::Number:
        case Shape::Time:
            return head.major == 0;
        case Shape::Boolean:
            return head.major == 7 && (head.info == 20 || head.info == 21);
        case Shape::Text:
            return head.major == 3;
        case Shape::Bytes:
        case Shape::Uuid:
            return head.major == 2;
        case Shape::List:
            return head.major == 4;
        case Shape::Record:
            return head.major == 5;
        case Shape::Other:
            break;
        }
        return false;
    }

    bool string(FramePart &part, const Head &head, const wire::ValueShape *shape, bool hides)
    {
        if (head.value > quint64(remaining() - head.size))
            return false;
        part.shape = shape ? shape->shape : head.major == 3 ? Shape::Text : Shape::Bytes;
        take(FrameByteKind::Structure, head.size);
        const auto size = qsizetype(head.value);
        if (hides)
            overwrite(m_at, size, HiddenContent);
        else if (m_view)
            part.content = m_frame.mid(m_at, size);
        take(hides ? FrameByteKind::Hidden : FrameByteKind::Value, size);
        return true;
    }

    /// Numbers, true and false, and what no frame has.
    bool plain(FramePart &part, const Head &head, const wire::ValueShape *shape, bool hides)
    {
        const bool isBoolean = head.major == 7 && (head.info == 20 || head.info == 21);
        part.shape = shape ? shape->shape : isBoolean ? Shape::Boolean : head.major == 0 ? Shape::Number : Shape::Other;
        if (isBoolean)
            part.number = head.info == 21 ? 1 : 0;
        if (hides) {
            part.number = 0;
            // The size stays as it is, the number does not.
            const int least = head.info >= 24 ? head.info : isBoolean ? 20 : head.major == 7 ? 22 : 0;
            overwrite(m_at, 1, char((head.major << 5) | least));
            overwrite(m_at + 1, head.size - 1, '\0');
        } else if (m_view && shape && shape->isEnum) {
            part.word = wire::enumeratorName(shape->type, head.value);
        }
        take(hides ? FrameByteKind::Hidden : FrameByteKind::Value, head.size);
        return true;
    }

    void unreadable(FramePart &top)
    {
        if (remaining() <= 0)
            return;
        FramePart part = number(Kind::Unreadable, m_at, quint64(remaining()));
        part.isHidden = m_hidesRest;
        if (m_hidesRest)
            overwrite(m_at, remaining(), HiddenRest);
        else if (m_view)
            part.content = m_frame.mid(m_at);
        take(m_hidesRest ? FrameByteKind::Hidden : FrameByteKind::Unreadable, remaining());
        append(top, std::move(part));
    }

    const QByteArray &m_frame;
    FrameView *m_view;
    QByteArray *m_hidden;
    const wire::RecordShape *m_record = nullptr;
    bool m_hidesRest = false; ///< what cannot be read may be a secret of this message
    int m_parts = 0;
    qsizetype m_at = 0;
};

} // namespace

FrameView viewFrame(const QByteArray &frame)
{
    FrameView view;
    FrameWalk(frame, &view, nullptr).run();
    return view;
}

void hideSecrets(QByteArray &frame)
{
    const QByteArray before = frame; // shared until something is overwritten
    FrameWalk(before, nullptr, &frame).run();
}

} // namespace salon
