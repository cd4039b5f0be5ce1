// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/protocol/cbor_shape.h"

#include "shared/protocol/limits.h"

#include <QUtf8StringView>
#include <array>
#include <optional>

namespace salon {
namespace {

struct Head
{
    int major = 0;
    quint64 value = 0;
};

class ShapeCheck
{
public:
    explicit ShapeCheck(QByteArrayView bytes)
        : m_at(reinterpret_cast<const uchar *>(bytes.data()))
        , m_end(m_at + bytes.size())
    {
    }

    [[nodiscard]] bool wholeItem() { return item(0) && m_at == m_end; }

private:
    [[nodiscard]] quint64 remaining() const { return quint64(m_end - m_at); }

    /// The shortest form only: 24 … 2^8-1 in one byte, and so on (RFC 8949 §4.2.1).
    std::optional<Head> head()
    {
        if (m_at == m_end)
            return {};
        const int major = *m_at >> 5;
        const int info = *m_at & 0x1f;
        ++m_at;
        if (info < 24)
            return Head{ major, quint64(info) };
        if (info > 27)
            return {};
        const int extra = 1 << (info - 24);
        if (remaining() < quint64(extra))
            return {};
        quint64 value = 0;
        for (int i = 0; i < extra; ++i)
            value = (value << 8) | *m_at++;
        static constexpr std::array<quint64, 4> least{ 24, 1ULL << 8, 1ULL << 16, 1ULL << 32 };
        if (major == 7 || value < least[size_t(info - 24)])
            return {};
        return Head{ major, value };
    }

    bool item(int depth)
    {
        const auto first = head();
        if (!first)
            return false;
        switch (first->major) {
        case 0:
            return true;
        case 1:
            return first->value <= quint64(std::numeric_limits<qint64>::max());
        case 2:
        case 3:
            return string(*first);
        case 4:
            return depth < wire_limits::MaxDepth && array(first->value, depth);
        case 5:
            return depth < wire_limits::MaxDepth && map(first->value, depth);
        case 7:
            return first->value == 20 || first->value == 21; // false, true
        default:
            return false; // tags
        }
    }

    bool string(const Head &start)
    {
        if (start.value > remaining())
            return false;
        const auto *data = reinterpret_cast<const char *>(m_at);
        const auto size = qsizetype(start.value);
        m_at += size;
        return start.major == 2 || QUtf8StringView(data, size).isValidUtf8();
    }

    bool array(quint64 count, int depth)
    {
        if (count > quint64(wire_limits::MaxArrayItems) || count > remaining())
            return false;
        for (quint64 i = 0; i < count; ++i) {
            if (!item(depth + 1))
                return false;
        }
        return true;
    }

    bool map(quint64 pairs, int depth)
    {
        if (pairs > quint64(wire_limits::MaxMapPairs))
            return false;
        std::array<quint64, size_t(wire_limits::MaxMapPairs)> seen{};
        for (quint64 i = 0; i < pairs; ++i) {
            const auto key = head();
            if (!key || key->major != 0)
                return false;
            for (quint64 j = 0; j < i; ++j) {
                if (seen[j] == key->value)
                    return false;
            }
            seen[i] = key->value;
            if (!item(depth + 1))
                return false;
        }
        return true;
    }

    const uchar *m_at;
    const uchar *m_end;
};

} // namespace

Result<> checkCborShape(QByteArrayView item)
{
    if (!ShapeCheck(item).wholeItem())
        return fail(ErrorCode::MalformedFrame, QStringLiteral("not one item of the strict CBOR subset"));
    return {};
}

} // namespace salon
