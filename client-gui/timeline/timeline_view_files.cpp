// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

// Pictures and files of the messages: what a click, a key or the menu does with them.
#include "client-gui/timeline/attachment_source.h"
#include "client-gui/timeline/timeline_view.h"
#include "shared/client-core/files/file_kind.h"

#include <QAbstractItemModel>
#include <QKeyEvent>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace salon {
namespace {

using FileHit = AttachmentsLayout::Hit;

constexpr qsizetype MostInMenu = 10;

} // namespace

FileHit TimelineView::fileAt(const Hit &hit)
{
    return hit.row >= 0 && hit.part == RowLayout::Part::File ? m_rows.layout(hit.row).fileAt(hit.point) : FileHit();
}

TransferProgress TimelineView::progressOf(int row, int file)
{
    return m_files ? m_files->progressOf(model()->index(row, 0), file, m_rows.layout(row).row().files[file])
                   : TransferProgress();
}

TransferProgress TimelineView::uploadOf(int row) const
{
    return m_files ? m_files->uploadOf(model()->index(row, 0)) : TransferProgress();
}

std::optional<FileAction> TimelineView::buttonAction(int row, const FileHit &hit)
{
    const TimelineRow &what = m_rows.layout(row).row();
    if (hit.part == FileHit::Part::Upload) {
        const bool isPaused = uploadOf(row).state == TransferProgress::Paused;
        if (hit.slot == 1)
            return isPaused ? FileAction::ResumeUpload : FileAction::PauseUpload;
        return hit.slot == 0 ? std::optional(FileAction::CancelUpload) : std::nullopt;
    }
    if (hit.part != FileHit::Part::Button)
        return std::nullopt;
    if (hit.file < 0)
        return hit.slot == 1 && what.seq > 0 ? std::optional(FileAction::SaveAll) : std::nullopt;
    const QList<FileAction> buttons = FileOffer::buttons(what, what.files[hit.file], progressOf(row, hit.file));
    const qsizetype at = buttons.size() - 1 - hit.slot;
    return at >= 0 && at < buttons.size() ? std::optional(buttons[at]) : std::nullopt;
}

void TimelineView::activateFile(int row, const FileHit &hit)
{
    if (hit.part == FileHit::Part::Expand || (hit.part == FileHit::Part::Button && hit.file < 0 && hit.slot == 0)) {
        m_rows.toggleFiles(row);
        return;
    }
    if (!m_files)
        return;
    switch (hit.part) {
    case FileHit::Part::Picture:
    case FileHit::Part::Card:
    case FileHit::Part::Line:
        clickFile(row, hit.file);
        break;
    case FileHit::Part::Button:
    case FileHit::Part::Upload:
        if (const std::optional<FileAction> action = buttonAction(row, hit))
            Q_EMIT fileActionAsked(*action, model()->index(row, 0), hit.file);
        else if (hit.part == FileHit::Part::Button && hit.file >= 0)
            clickFile(row, hit.file); // a place without a button is the card
        break;
    case FileHit::Part::Expand:
    case FileHit::Part::None:
        break;
    }
}

void TimelineView::clickFile(int row, int file)
{
    const TimelineRow &what = m_rows.layout(row).row();
    if (const auto action = FileOffer::onClick(what, what.files[file], progressOf(row, file)))
        Q_EMIT fileActionAsked(*action, model()->index(row, 0), file);
}

QString TimelineView::fileToolTip(int row, const FileHit &hit)
{
    if (const std::optional<FileAction> action = buttonAction(row, hit))
        return FileOffer::words(*action);
    const TimelineRow &what = m_rows.layout(row).row();
    if (hit.file < 0)
        return {};
    const TransferProgress progress = progressOf(row, hit.file);
    const QString described = FileOffer::described(what.files[hit.file]);
    return progress.state == TransferProgress::Failed
        ? described + u'\n' + FileOffer::state(what.files[hit.file], progress)
        : described;
}

QList<MessageFile> TimelineView::menuFiles(int row, const FileHit &hit)
{
    const TimelineRow &what = m_rows.layout(row).row();
    QList<MessageFile> list;
    if (!m_files || what.files.isEmpty())
        return list;
    const auto add = [&](int file) {
        const QList<FileAction> actions = FileOffer::of(what, what.files[file], progressOf(row, file));
        if (!actions.isEmpty())
            list.append({ file, shownName(what.files[file]), actions });
    };
    if (hit.file >= 0) {
        add(hit.file);
    } else {
        for (int file = 0; file < std::min(what.files.size(), MostInMenu); ++file)
            add(file);
    }
    if (what.isUploading()) {
        const bool isPaused = uploadOf(row).state == TransferProgress::Paused;
        list.append(
            { -1, {}, { isPaused ? FileAction::ResumeUpload : FileAction::PauseUpload, FileAction::CancelUpload } });
    } else if (what.files.size() > 1 && what.seq > 0) {
        list.append({ -1, {}, { FileAction::SaveAll } });
    }
    return list;
}

/// O does what a click on the first file would; a card of many opens.
bool TimelineView::fileByKey(const QKeyEvent &event)
{
    if (!m_files || event.key() != Qt::Key_O || (event.modifiers() & ~Qt::ShiftModifier) || !m_showsCurrent
        || !m_current.isValid())
        return false;
    const AttachmentsLayout &files = m_rows.layout(m_current.row()).files();
    if (!files.collected().isEmpty() && files.pictures().isEmpty())
        m_rows.toggleFiles(m_current.row());
    else if (!m_rows.layout(m_current.row()).row().files.isEmpty())
        clickFile(m_current.row(),
            files.pictures().isEmpty() ? files.cards().constFirst().file : files.pictures().constFirst().file);
    return true;
}

} // namespace salon
