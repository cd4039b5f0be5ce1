// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-gui/timeline/attachments_layout.h"

#include "client-gui/timeline/file_offers.h"
#include "shared/base/file_name.h"
#include "shared/client-core/files/file_kind.h"

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace salon {
namespace {

/// The folders above a file, as they are shown: a peer chose them.
QStringList foldersOf(const FileEntry &file)
{
    QStringList folders;
    const QStringList parts = file.path.split(u'/', Qt::SkipEmptyParts);
    for (qsizetype i = 0; i < parts.size(); ++i) {
        if (folders.size() == AttachmentsLayout::MostDepth) {
            folders.last() += u"/…"_s;
            break;
        }
        folders.append(safeFileName(parts[i]));
    }
    return folders;
}

} // namespace

QSize shownPictureSize(quint32 width, quint32 height, QSize most, int least)
{
    const qreal wide = std::max<qreal>(1, width);
    const qreal high = std::max<qreal>(1, height);
    const qreal share = std::min({ 1.0, most.width() / wide, most.height() / high });
    return QSize(int(std::lround(wide * share)), int(std::lround(high * share)))
        .expandedTo(QSize(least, least).boundedTo(most));
}

AttachmentsLayout::AttachmentsLayout(
    const TimelineRow &row, const TimelineMetrics &metrics, QPoint origin, bool isExpanded)
    : m_slot(metrics.fileSlot)
    , m_padding(metrics.filePadding)
    , m_isExpanded(isExpanded)
{
    QList<int> pictures;
    QList<int> others;
    for (int i = 0; i < row.files.size(); ++i)
        (row.folder.isEmpty() && FileOffer::isPicture(row.files[i]) ? pictures : others).append(i);
    if (row.files.isEmpty())
        return;
    m_height = metrics.fileGap;
    placePictures(row, pictures, metrics, origin);
    placeCards(row, others, metrics, origin);
    if (row.isUploading()) {
        m_upload = QRect(origin + QPoint(0, m_height), QSize(metrics.cardWidth, metrics.uploadHeight));
        m_height += metrics.uploadHeight + metrics.fileGap;
    }
}

void AttachmentsLayout::placePictures(
    const TimelineRow &row, const QList<int> &files, const TimelineMetrics &metrics, QPoint at)
{
    if (files.isEmpty())
        return;
    const QSize most(metrics.pictureWidth, metrics.pictureHeight);
    if (files.size() == 1) {
        const FileEntry &file = row.files[files.constFirst()];
        const QSize size = shownPictureSize(file.width, file.height, most, metrics.pictureLeast);
        m_pictures.append({ files.constFirst(), QRect(at + QPoint(0, m_height), size), false });
        m_height += size.height() + metrics.fileGap;
        return;
    }
    const int shown = int(std::min<qsizetype>(files.size(), MostPictures));
    m_hiddenPictures = int(files.size()) - shown;
    const int columns = shown == 2 || shown == 4 ? 2 : 3;
    const int width = (most.width() - (columns - 1) * metrics.fileGap) / columns;
    const int height = std::min(width, most.height() / 2);
    for (int i = 0; i < shown; ++i) {
        const QPoint cell(i % columns * (width + metrics.fileGap), m_height + i / columns * (height + metrics.fileGap));
        m_pictures.append({ files[i], QRect(at + cell, QSize(width, height)), true });
    }
    m_height += (shown + columns - 1) / columns * (height + metrics.fileGap);
}

void AttachmentsLayout::placeCards(
    const TimelineRow &row, const QList<int> &files, const TimelineMetrics &metrics, QPoint at)
{
    if (files.isEmpty())
        return;
    const bool isCollected = !row.folder.isEmpty() || files.size() > MostCards;
    const auto place = [&](int file) {
        const QRect rect(at + QPoint(0, m_height), QSize(metrics.cardWidth, metrics.cardHeight));
        m_cards.append({ file, rect });
        m_height += metrics.cardHeight + metrics.fileGap;
        return rect;
    };
    if (!isCollected) {
        for (const int file : files)
            place(file);
        return;
    }
    m_collected = files;
    const QRect card = place(-1);
    if (m_isExpanded)
        placeLines(row, metrics, card);
}

void AttachmentsLayout::placeLines(const TimelineRow &row, const TimelineMetrics &metrics, QRect below)
{
    struct Sorted
    {
        int file;
        QStringList folders;
        QString name;
    };
    std::vector<Sorted> sorted;
    for (const int file : std::as_const(m_collected))
        sorted.push_back({ file, foldersOf(row.files[file]), shownName(row.files[file]) });
    if (!row.folder.isEmpty())
        std::stable_sort(sorted.begin(), sorted.end(),
            [](const Sorted &one, const Sorted &other) { return one.folders < other.folders; });
    QStringList open;
    m_height -= metrics.fileGap;
    const auto add = [&](int file, const QString &name, qsizetype depth) {
        if (m_lines.size() >= MostLines) {
            ++m_hiddenLines;
            return;
        }
        const QRect rect(
            below.left(), below.bottom() + 1 + int(m_lines.size()) * metrics.fileLine, below.width(), metrics.fileLine);
        m_lines.append({ file, name, int(depth), rect });
        m_height += metrics.fileLine;
    };
    for (const Sorted &one : sorted) {
        qsizetype same = 0;
        while (same < open.size() && same < one.folders.size() && open[same] == one.folders[same])
            ++same;
        for (qsizetype depth = same; depth < one.folders.size(); ++depth)
            add(-1, one.folders[depth], depth);
        open = one.folders;
        add(one.file, one.name, one.folders.size());
    }
    if (m_hiddenLines > 0)
        m_height += metrics.fileLine;
    m_height += metrics.fileGap;
}

QRect AttachmentsLayout::slotRect(const QRect &card, int slot) const
{
    const int top = card.center().y() - m_slot / 2;
    return { card.right() + 1 - m_padding - (slot + 1) * m_slot, top, m_slot, m_slot };
}

AttachmentsLayout::Hit AttachmentsLayout::hitAt(QPoint point) const
{
    for (const Picture &picture : m_pictures)
        if (picture.rect.contains(point))
            return { Hit::Part::Picture, picture.file, -1 };
    const auto slotAt = [&](const QRect &card) {
        for (int slot = 0; slot < Slots; ++slot)
            if (slotRect(card, slot).contains(point))
                return slot;
        return -1;
    };
    for (const Card &card : m_cards) {
        if (!card.rect.contains(point))
            continue;
        if (const int slot = slotAt(card.rect); slot >= 0)
            return { Hit::Part::Button, card.file, slot };
        return { card.file < 0 ? Hit::Part::Expand : Hit::Part::Card, card.file, -1 };
    }
    for (const Line &line : m_lines)
        if (line.file >= 0 && line.rect.contains(point))
            return { Hit::Part::Line, line.file, -1 };
    if (m_upload.contains(point))
        return { Hit::Part::Upload, -1, slotAt(m_upload) };
    return {};
}

QRect AttachmentsLayout::rectOf(const Hit &hit) const
{
    for (const Picture &picture : m_pictures)
        if (hit.part == Hit::Part::Picture && picture.file == hit.file)
            return picture.rect;
    for (const Line &line : m_lines)
        if (hit.part == Hit::Part::Line && line.file == hit.file)
            return line.rect;
    if (hit.part == Hit::Part::Upload)
        return hit.slot < 0 ? m_upload : slotRect(m_upload, hit.slot);
    for (const Card &card : m_cards)
        if (card.file == hit.file && hit.part != Hit::Part::Picture && hit.part != Hit::Part::Line)
            return hit.part == Hit::Part::Button ? slotRect(card.rect, hit.slot) : card.rect;
    return {};
}

} // namespace salon
