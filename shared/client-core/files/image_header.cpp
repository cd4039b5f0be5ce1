// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/client-core/files/image_header.h"

#include <QIODevice>
#include <QtEndian>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace salon {
namespace {

constexpr qint64 MaxLookedAt = 1024 * 1024;
constexpr int MaxSegments = 256;
constexpr int MaxTags = 256;
constexpr int MaxSide = 30'000;
constexpr qsizetype StartBytes = 32;
constexpr int OrientationTag = 0x0112;
constexpr int FirstTurnedOrientation = 5; ///< 5 to 8 lie on their side

struct Segment
{
    int marker = 0;
    qint64 start = 0; ///< of its content
    int length = 0;
};

quint16 big16(QByteArrayView bytes, qsizetype at)
{
    return qFromBigEndian<quint16>(bytes.data() + at);
}

quint16 little16(QByteArrayView bytes, qsizetype at)
{
    return qFromLittleEndian<quint16>(bytes.data() + at);
}

quint32 little24(QByteArrayView bytes, qsizetype at)
{
    return quint32(little16(bytes, at)) | quint32(quint8(bytes[at + 2])) << 16;
}

std::optional<ImageHeader> header(const QString &type, qint64 width, qint64 height)
{
    if (width < 1 || height < 1 || width > MaxSide || height > MaxSide)
        return std::nullopt;
    return ImageHeader{ type, QSize(int(width), int(height)) };
}

std::optional<ImageHeader> pngHeader(QByteArrayView start)
{
    if (start.sliced(12, 4) != "IHDR")
        return std::nullopt;
    return header(
        u"image/png"_s, qFromBigEndian<quint32>(start.data() + 16), qFromBigEndian<quint32>(start.data() + 20));
}

std::optional<ImageHeader> webpHeader(QByteArrayView start)
{
    constexpr int SideMask = 0x3fff;
    const QString type = u"image/webp"_s;
    const QByteArrayView chunk = start.sliced(12, 4);
    if (chunk == "VP8X")
        return header(type, qint64(little24(start, 24)) + 1, qint64(little24(start, 27)) + 1);
    if (chunk == "VP8L" && start[20] == 0x2f) {
        const auto bits = qFromLittleEndian<quint32>(start.data() + 21);
        return header(type, (bits & SideMask) + 1, (bits >> 14 & SideMask) + 1);
    }
    if (chunk == "VP8 " && start.sliced(23, 3) == "\x9d\x01\x2a")
        return header(type, little16(start, 26) & SideMask, little16(start, 28) & SideMask);
    return std::nullopt;
}

/// The orientation in the TIFF that an EXIF segment is; 1 when it says nothing that makes sense.
int orientationIn(QByteArrayView tiff)
{
    if (tiff.size() < 8 || (!tiff.startsWith("II*") && !tiff.startsWith("MM")))
        return 1;
    const bool isLittle = tiff.startsWith("II");
    const auto number16 = [&](qsizetype at) {
        return isLittle ? little16(tiff, at) : big16(tiff, at);
    };
    const quint32 directory
        = isLittle ? qFromLittleEndian<quint32>(tiff.data() + 4) : qFromBigEndian<quint32>(tiff.data() + 4);
    if (qint64(directory) + 2 > tiff.size())
        return 1;
    const int tags = std::min<int>(number16(directory), MaxTags);
    for (int tag = 0; tag < tags; ++tag) {
        const qint64 at = qint64(directory) + 2 + 12LL * tag;
        if (at + 12 > tiff.size())
            return 1;
        if (number16(at) == OrientationTag) {
            const int orientation = number16(at + 8);
            return orientation >= 1 && orientation <= 8 ? orientation : 1;
        }
    }
    return 1;
}

/// The segment at this place; nothing at the end of all that matters.
std::optional<Segment> segmentAt(QIODevice &file, qint64 at)
{
    if (at > MaxLookedAt || !file.seek(at))
        return std::nullopt;
    const QByteArray bytes = file.read(4);
    if (bytes.size() < 4 || quint8(bytes[0]) != 0xff)
        return std::nullopt;
    const int length = big16(bytes, 2);
    if (length < 2)
        return std::nullopt;
    return Segment{ quint8(bytes[1]), at + 4, length - 2 };
}

bool isFrame(int marker)
{
    return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
}

std::optional<ImageHeader> jpegHeader(QIODevice &file)
{
    constexpr int Application1 = 0xe1;
    constexpr int Scan = 0xda;
    int orientation = 1;
    qint64 at = 2;
    for (int number = 0; number < MaxSegments; ++number) {
        const std::optional<Segment> segment = segmentAt(file, at);
        if (!segment || segment->marker == Scan)
            return std::nullopt;
        if (segment->marker == 0xff) { // padding before a marker
            ++at;
            continue;
        }
        if (isFrame(segment->marker)) {
            const QByteArray frame = file.read(5);
            if (frame.size() < 5)
                return std::nullopt;
            const int height = big16(frame, 1);
            const int width = big16(frame, 3);
            return orientation >= FirstTurnedOrientation ? header(u"image/jpeg"_s, height, width)
                                                         : header(u"image/jpeg"_s, width, height);
        }
        if (segment->marker == Application1 && orientation == 1) {
            const QByteArray content = file.read(segment->length);
            if (content.startsWith(QByteArrayView("Exif\0\0", 6)))
                orientation = orientationIn(QByteArrayView(content).sliced(6));
        }
        at = segment->start + segment->length;
    }
    return std::nullopt;
}

} // namespace

std::optional<ImageHeader> readImageHeader(QIODevice &file)
{
    const QByteArray start = file.read(StartBytes);
    if (start.startsWith("\xff\xd8\xff"))
        return jpegHeader(file);
    if (start.size() >= 10 && (start.startsWith("GIF87a") || start.startsWith("GIF89a")))
        return header(u"image/gif"_s, little16(start, 6), little16(start, 8));
    if (start.size() < 30)
        return std::nullopt;
    if (start.startsWith("\x89PNG\r\n\x1a\n"))
        return pngHeader(start);
    if (start.startsWith("RIFF") && QByteArrayView(start).sliced(8, 4) == "WEBP")
        return webpHeader(start);
    return std::nullopt;
}

} // namespace salon
