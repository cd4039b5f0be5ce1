// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-gui/app/tinted_icon.h"
#include "client-gui/files/file_card_painter.h"
#include "client-gui/timeline/attachment_source.h"
#include "client-gui/timeline/file_offers.h"
#include "client-gui/timeline/row_painters/row_paint.h"
#include "shared/base/file_name.h"
#include "shared/client-core/files/file_kind.h"

#include <QFontMetrics>
#include <QLocale>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace salon {
namespace {

using Hit = AttachmentsLayout::Hit;

struct AttachmentWords
{
    Q_DECLARE_TR_FUNCTIONS(salon::AttachmentWords)
public:
    static QString broken() { return tr("This picture cannot be shown."); }
    //: On the place of a picture that was not fetched. %1 is its size as a file
    static QString show(const QString &size) { return tr("Show (%1)").arg(size); }
    static QString moreLines(int count) { return tr("and %n more", nullptr, count); }
};

TransferProgress progressOf(const RowLayout &layout, const RowPaint &paint, int file)
{
    return paint.files ? paint.files->progressOf(paint.index, file, layout.row().files[file]) : TransferProgress();
}

bool isHovered(const RowPaint &paint, const Hit &hit)
{
    return paint.isHovered && paint.hoveredFile == hit;
}

void paintButton(QPainter &painter, const QRect &slot, FileAction action, const RowPaint &paint, bool isOver)
{
    const Tokens &tokens = paint.tokens;
    if (isOver) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(tokens.colour(ColourRole::Pressed));
        painter.drawRoundedRect(slot, tokens.controlRadius(), tokens.controlRadius());
    }
    const int inset = (slot.width() - tokens.rowIcon()) / 2;
    paintIcon(painter, slot.adjusted(inset, inset, -inset, -inset), FileOffer::icon(action),
        tokens.colour(isOver ? ColourRole::Text : ColourRole::Muted));
}

/// Two lines of words between the icon and the first button.
void paintWords(
    QPainter &painter, QRect room, const QString &name, const QString &state, bool isProblem, const RowPaint &paint)
{
    const QFontMetrics nameMetrics(paint.metrics.name);
    const QFontMetrics metaMetrics(paint.metrics.meta);
    const int top = room.center().y() - (nameMetrics.height() + metaMetrics.height()) / 2;
    painter.setFont(paint.metrics.name);
    painter.setPen(paint.tokens.colour(ColourRole::Text));
    // Elided in the middle: what it ends in says what it is.
    painter.drawText(QRect(room.left(), top, room.width(), nameMetrics.height()),
        Qt::AlignLeft | Qt::AlignAbsolute | Qt::AlignVCenter | Qt::TextSingleLine,
        nameMetrics.elidedText(name, Qt::ElideMiddle, room.width()));
    painter.setFont(paint.metrics.meta);
    painter.setPen(paint.tokens.colour(isProblem ? ColourRole::Danger : ColourRole::Muted));
    painter.drawText(QRect(room.left(), top + nameMetrics.height(), room.width(), metaMetrics.height()),
        Qt::AlignLeft | Qt::AlignAbsolute | Qt::AlignVCenter | Qt::TextSingleLine,
        metaMetrics.elidedText(state, Qt::ElideRight, room.width()));
}

QRect iconRect(const QRect &card, const RowPaint &paint)
{
    const int side = paint.metrics.fileIcon;
    return { card.left() + paint.metrics.filePadding, card.center().y() - side / 2, side, side };
}

void paintCard(QPainter &painter, const RowLayout &layout, const RowPaint &paint, const AttachmentsLayout::Card &card)
{
    const FileEntry &file = layout.row().files[card.file];
    const TransferProgress progress = progressOf(layout, paint, card.file);
    const bool isOver = paint.isHovered && paint.hoveredFile.file == card.file
        && (paint.hoveredFile.part == Hit::Part::Card || paint.hoveredFile.part == Hit::Part::Button);
    paintCardGround(painter, card.rect, paint.tokens, isOver);
    const QRect icon = iconRect(card.rect, paint);
    paintIcon(painter, icon, isDangerous(file) ? u"shield-alert"_s : fileIcon(file.name),
        paint.tokens.colour(ColourRole::Accent));
    const QList<FileAction> buttons
        = paint.files ? FileOffer::buttons(layout.row(), file, progress) : QList<FileAction>();
    QRect words = card.rect;
    words.setLeft(icon.right() + paint.metrics.filePadding);
    words.setRight(buttons.isEmpty()
            ? card.rect.right() - paint.metrics.filePadding
            : layout.files().slotRect(card.rect, int(buttons.size()) - 1).left() - paint.tokens.space(Space::Tight));
    paintWords(painter, words, shownName(file), FileOffer::state(file, progress),
        progress.state == TransferProgress::Failed, paint);
    for (int i = 0; i < buttons.size(); ++i) {
        const int slot = int(buttons.size()) - 1 - i;
        paintButton(painter, layout.files().slotRect(card.rect, slot), buttons[i], paint,
            isHovered(paint, { Hit::Part::Button, card.file, slot }));
    }
    if (const double share = FileOffer::share(progress); share >= 0)
        paintFileProgress(painter, card.rect, share, paint.tokens);
}

/// The card that stands for a folder, or for many files.
void paintCollection(
    QPainter &painter, const RowLayout &layout, const RowPaint &paint, const AttachmentsLayout::Card &card)
{
    QList<FileEntry> files;
    QList<TransferProgress> all;
    for (const int file : layout.files().collected()) {
        files.append(layout.row().files[file]);
        all.append(progressOf(layout, paint, file));
    }
    const TransferProgress progress = FileOffer::summed(all);
    const bool isOver = isHovered(paint, { Hit::Part::Expand, -1, -1 });
    paintCardGround(painter, card.rect, paint.tokens, isOver);
    const QRect icon = iconRect(card.rect, paint);
    const bool isFolder = !layout.row().folder.isEmpty();
    paintIcon(painter, icon, isFolder ? u"folder"_s : u"file"_s, paint.tokens.colour(ColourRole::Accent));
    QString state = FileOffer::summed(files);
    if (const double share = FileOffer::share(progress); share >= 0) {
        state += u" · "_s + FileOffer::state({}, progress);
        paintFileProgress(painter, card.rect, share, paint.tokens);
    }
    const bool saves = paint.files && layout.row().seq > 0;
    QRect words = card.rect;
    words.setLeft(icon.right() + paint.metrics.filePadding);
    words.setRight(layout.files().slotRect(card.rect, saves ? 1 : 0).left() - paint.tokens.space(Space::Tight));
    paintWords(painter, words, isFolder ? safeFileName(layout.row().folder) : FileOffer::tr("Several files"), state,
        false, paint);
    if (saves)
        paintButton(painter, layout.files().slotRect(card.rect, 1), FileAction::SaveAll, paint,
            isHovered(paint, { Hit::Part::Button, -1, 1 }));
    const QRect chevron = layout.files().slotRect(card.rect, 0);
    const int inset = (chevron.width() - paint.tokens.rowIcon()) / 2;
    paintIcon(painter, chevron.adjusted(inset, inset, -inset, -inset),
        layout.files().isExpanded() ? u"chevron-up"_s : u"chevron-down"_s,
        paint.tokens.colour(isOver ? ColourRole::Text : ColourRole::Muted));
}

void paintLines(QPainter &painter, const RowLayout &layout, const RowPaint &paint)
{
    const Tokens &tokens = paint.tokens;
    const QFontMetrics metrics(paint.metrics.meta);
    painter.setFont(paint.metrics.meta);
    for (const AttachmentsLayout::Line &line : layout.files().lines()) {
        if (!line.rect.intersects(paint.clip))
            continue;
        const bool isOver = isHovered(paint, { Hit::Part::Line, line.file, -1 });
        if (isOver) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(tokens.colour(ColourRole::Hover));
            painter.drawRoundedRect(line.rect, tokens.controlRadius(), tokens.controlRadius());
        }
        QRect room = line.rect.adjusted(
            paint.metrics.filePadding + line.depth * tokens.px(16), 0, -paint.metrics.filePadding, 0);
        const int side = tokens.rowIcon();
        const QRect icon(room.left(), room.center().y() - side / 2, side, side);
        room.setLeft(icon.right() + tokens.px(6));
        const bool isFolder = line.file < 0;
        paintIcon(painter, icon, isFolder ? u"folder"_s : fileIcon(line.name), tokens.colour(ColourRole::Muted));
        if (!isFolder) {
            const TransferProgress progress = progressOf(layout, paint, line.file);
            const double share = FileOffer::share(progress);
            const bool isHere = progress.state == TransferProgress::Done;
            const QString end = share >= 0 ? QLocale().toString(int(share * 100)) + u'\u202f' + QLocale().percent()
                                           : sizeText(layout.row().files[line.file].size);
            painter.setPen(tokens.colour(isHere ? ColourRole::Ok : ColourRole::Muted));
            painter.drawText(room, Qt::AlignRight | Qt::AlignAbsolute | Qt::AlignVCenter, end);
            room.setRight(room.right() - metrics.horizontalAdvance(end) - tokens.px(8));
        }
        painter.setPen(tokens.colour(isOver ? ColourRole::Accent : ColourRole::Text));
        painter.drawText(room, Qt::AlignLeft | Qt::AlignAbsolute | Qt::AlignVCenter | Qt::TextSingleLine,
            metrics.elidedText(line.name, Qt::ElideMiddle, room.width()));
    }
    if (layout.files().hiddenLines() > 0) {
        const QRect last = layout.files().lines().constLast().rect;
        painter.setPen(tokens.colour(ColourRole::Muted));
        painter.drawText(last.translated(paint.metrics.filePadding, last.height()),
            Qt::AlignLeft | Qt::AlignAbsolute | Qt::AlignVCenter,
            AttachmentWords::moreLines(layout.files().hiddenLines()));
    }
}

/// What stands in the place of a picture that is not there.
void paintPlaceholder(QPainter &painter, const QRect &rect, AttachmentSource::Picture::State state,
    const FileEntry &file, const TransferProgress &progress, const RowPaint &paint)
{
    using State = AttachmentSource::Picture::State;
    const Tokens &tokens = paint.tokens;
    const QFontMetrics metrics(paint.metrics.meta);
    QString words;
    if (progress.state == TransferProgress::Failed)
        words = FileOffer::state(file, progress);
    else if (state == State::Broken)
        words = AttachmentWords::broken();
    else if (state == State::Away && paint.files)
        words = AttachmentWords::show(sizeText(file.size));
    const int side = std::min({ tokens.px(24), rect.width(), rect.height() });
    const int room = rect.width() - 2 * paint.metrics.filePadding;
    const bool fits = !words.isEmpty() && room > tokens.px(40);
    const bool isHigh = rect.height() > side + metrics.height() * 2;
    const bool isLow = fits && !isHigh && room > tokens.px(120); // the words stand beside the icon then
    QRect icon(0, 0, side, side);
    icon.moveCenter(rect.center() - QPoint(0, fits && isHigh ? metrics.height() / 2 + tokens.px(2) : 0));
    if (isLow)
        icon.moveLeft(rect.left() + paint.metrics.filePadding);
    const bool isProblem = state == State::Broken || progress.state == TransferProgress::Failed;
    paintIcon(painter, icon, isProblem ? u"alert"_s : u"image"_s, tokens.colour(ColourRole::Muted));
    if (!fits || !(isHigh || isLow))
        return;
    painter.setFont(paint.metrics.meta);
    painter.setPen(tokens.colour(state == State::Away ? ColourRole::Accent : ColourRole::Muted));
    QRect place(rect.left() + paint.metrics.filePadding, icon.bottom() + tokens.px(4), room, metrics.height() + 1);
    if (isLow)
        place = QRect(QPoint(icon.right() + tokens.px(6), rect.top()), rect.bottomRight());
    painter.drawText(place, int(isLow ? Qt::AlignLeft | Qt::AlignVCenter : Qt::AlignHCenter | Qt::AlignTop),
        metrics.elidedText(words, Qt::ElideRight, place.width()));
}

void paintPicture(
    QPainter &painter, const RowLayout &layout, const RowPaint &paint, const AttachmentsLayout::Picture &place)
{
    const Tokens &tokens = paint.tokens;
    const FileEntry &file = layout.row().files[place.file];
    const qreal ratio = painter.device()->devicePixelRatio();
    AttachmentSource::Picture picture;
    if (paint.files)
        picture = paint.files->pictureOf(paint.index, place.file, file, place.rect.size() * ratio,
            place.isCovered ? ImageDecoder::Fit::Cover : ImageDecoder::Fit::Inside);
    QPainterPath outline;
    outline.addRoundedRect(place.rect, tokens.cardRadius(), tokens.cardRadius());
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.fillPath(outline, tokens.colour(ColourRole::Window));
    const TransferProgress progress = progressOf(layout, paint, place.file);
    if (picture.state == AttachmentSource::Picture::State::Ready) {
        // Small ones stand in the middle of their box, as they are; a box is filled by what is at least half as large.
        const QSize pixels = picture.pixmap.size();
        QSize size = pixels.scaled(place.rect.size(), Qt::KeepAspectRatio);
        QRect source(QPoint(), pixels);
        if (place.isCovered && 2 * qint64(file.width) >= place.rect.width()
            && 2 * qint64(file.height) >= place.rect.height()) {
            size = place.rect.size();
            source.setSize(size.scaled(pixels, Qt::KeepAspectRatio).expandedTo({ 1, 1 }));
            source.moveCenter(QRect(QPoint(), pixels).center());
        } else if (place.isCovered)
            size = (QSizeF(pixels) / ratio).toSize().boundedTo(place.rect.size());
        else if (qint64(file.width) < place.rect.width() && qint64(file.height) < place.rect.height())
            size = QSize(int(file.width), int(file.height));
        QRect at(QPoint(), size);
        at.moveCenter(place.rect.center());
        painter.save();
        painter.setClipPath(outline, Qt::IntersectClip);
        painter.drawPixmap(at, picture.pixmap, source);
        painter.restore();
    } else {
        paintPlaceholder(painter, place.rect, picture.state, file, progress, paint);
    }
    if (const double share = FileOffer::share(progress); share >= 0)
        paintFileProgress(painter, place.rect, share, tokens);
    const bool isOver = isHovered(paint, { Hit::Part::Picture, place.file, -1 });
    painter.setPen(
        QPen(tokens.colour(isOver ? ColourRole::Accent : ColourRole::Line), isOver ? 2 : tokens.lineWidth()));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(
        QRectF(place.rect).adjusted(0.5, 0.5, -0.5, -0.5), tokens.cardRadius(), tokens.cardRadius());
}

/// "+3" over the last picture of a grid.
void paintHiddenPictures(QPainter &painter, const RowLayout &layout, const RowPaint &paint)
{
    const QRect rect = layout.files().pictures().constLast().rect;
    QColor veil = paint.tokens.colour(ColourRole::ToolTip);
    veil.setAlphaF(0.6F);
    painter.setPen(Qt::NoPen);
    painter.setBrush(veil);
    painter.drawRoundedRect(rect, paint.tokens.cardRadius(), paint.tokens.cardRadius());
    painter.setFont(paint.tokens.font(TextRole::Title));
    painter.setPen(paint.tokens.colour(ColourRole::OnToolTip));
    painter.drawText(rect, Qt::AlignCenter, u'+' + QLocale().toString(layout.files().hiddenPictures()));
}

void paintUpload(QPainter &painter, const RowLayout &layout, const RowPaint &paint)
{
    const QRect rect = layout.files().uploadRect();
    const TransferProgress progress = paint.files ? paint.files->uploadOf(paint.index) : TransferProgress();
    const QFontMetrics metrics(paint.metrics.meta);
    const bool isPaused = progress.state == TransferProgress::Paused;
    const QRect first = layout.files().slotRect(rect, 1);
    if (paint.files) {
        paintButton(painter, first, isPaused ? FileAction::ResumeUpload : FileAction::PauseUpload, paint,
            isHovered(paint, { Hit::Part::Upload, -1, 1 }));
        paintButton(painter, layout.files().slotRect(rect, 0), FileAction::CancelUpload, paint,
            isHovered(paint, { Hit::Part::Upload, -1, 0 }));
    }
    const QRect words(
        rect.left(), rect.top(), first.left() - rect.left() - paint.tokens.space(Space::Tight), rect.height());
    painter.setFont(paint.metrics.meta);
    painter.setPen(paint.tokens.colour(ColourRole::Muted));
    painter.drawText(words, Qt::AlignLeft | Qt::AlignAbsolute | Qt::AlignVCenter | Qt::TextSingleLine,
        metrics.elidedText(FileOffer::uploadState(progress), Qt::ElideRight, words.width()));
    if (progress.total > 0)
        paintFileProgress(painter, rect.adjusted(-paint.tokens.cardRadius(), 0, paint.tokens.cardRadius(), 0),
            std::clamp(double(progress.done) / double(progress.total), 0.0, 1.0), paint.tokens);
}

} // namespace

void paintAttachments(QPainter &painter, const RowLayout &layout, const RowPaint &paint)
{
    const AttachmentsLayout &files = layout.files();
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    for (const AttachmentsLayout::Picture &picture : files.pictures())
        if (picture.rect.intersects(paint.clip)) // what is not seen is not fetched
            paintPicture(painter, layout, paint, picture);
    if (files.hiddenPictures() > 0)
        paintHiddenPictures(painter, layout, paint);
    for (const AttachmentsLayout::Card &card : files.cards()) {
        if (!card.rect.intersects(paint.clip))
            continue;
        if (card.file < 0)
            paintCollection(painter, layout, paint, card);
        else
            paintCard(painter, layout, paint, card);
    }
    if (!files.lines().isEmpty())
        paintLines(painter, layout, paint);
    if (!files.uploadRect().isNull())
        paintUpload(painter, layout, paint);
    painter.restore();
}

} // namespace salon
