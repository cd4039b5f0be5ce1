// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-gui/files/file_sending.h"

#include "client-gui/composer/composer.h"
#include "client-gui/files/image_loader.h"
#include "shared/base/text_checks.h"
#include "shared/base/when_ready.h"
#include "shared/client-core/files/hash_ahead.h"
#include "shared/client-core/workspace.h"
#include "shared/markup/emoji/emoji_catalogue.h"

#include <QDateTime>
#include <QFile>
#include <QFileDialog>
#include <QMenu>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace salon {

FileSending::FileSending(Theme &theme, ImageLoader &images, const EmojiCatalogue &emoji, SettingsStore &settings,
    Composer &composer, QWidget &window)
    : QObject(&window)
    , m_theme(theme)
    , m_images(images)
    , m_emoji(emoji)
    , m_settings(settings)
    , m_composer(composer)
    , m_window(window)
{
    connect(&composer, &Composer::attachWanted, this, &FileSending::askWhat);
    connect(&composer, &Composer::filesPasted, this, &FileSending::takePaths);
    connect(&composer, &Composer::picturePasted, this, &FileSending::takePicture);
    connect(&composer, &Composer::textFileWanted, this, &FileSending::takeText);
}

FileSending::~FileSending()
{
    delete m_ahead;
}

void FileSending::setRoom(Workspace *workspace, RoomId room)
{
    m_place = { workspace, room };
}

bool FileSending::maySend() const
{
    return m_place.workspace && m_place.room.isValid() && m_place.workspace->canSendFiles(m_place.room);
}

bool FileSending::isHere(const Place &place) const
{
    return place.workspace && place.workspace == m_place.workspace && place.room == m_place.room;
}

QString FileSending::target() const
{
    const RoomSummary *summary = m_place.workspace ? m_place.workspace->rooms().find(m_place.room) : nullptr;
    if (!summary)
        return {};
    const QString name = m_place.workspace->rooms().displayName(m_place.room);
    return summary->kind == RoomKind::Direct ? name : u"# "_s + name;
}

void FileSending::refuse(const Error &error)
{
    if (m_dialog) {
        m_dialog->failed(error);
        return;
    }
    m_isTextTaken = false;
    m_composer.refused(error);
}

void FileSending::askWhat(const QPoint &at)
{
    auto *menu = new QMenu(&m_window);
    menu->setObjectName(u"attachMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    QAction *files = menu->addAction(tr("Send files…"), this, &FileSending::choose);
    files->setShortcut({ Qt::CTRL | Qt::SHIFT | Qt::Key_U }); // shown only: the key is the view's
    files->setShortcutContext(Qt::WidgetShortcut);
    menu->addAction(tr("Send a folder…"), this, &FileSending::chooseFolder);
    menu->setActiveAction(files);
    menu->popup(at - QPoint(0, menu->sizeHint().height()));
}

void FileSending::choose()
{
    openChooser(tr("Send files"), false);
}

void FileSending::chooseFolder()
{
    openChooser(tr("Send a folder"), true);
}

void FileSending::openChooser(const QString &title, bool isFolder)
{
    if (!maySend())
        return;
    auto *dialog = new QFileDialog(m_dialog ? static_cast<QWidget *>(m_dialog) : &m_window, title);
    dialog->setObjectName(u"chooseFiles"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(isFolder ? QFileDialog::Directory : QFileDialog::ExistingFiles);
    dialog->setOption(QFileDialog::ShowDirsOnly, isFolder);
    // Whatever is shown when it closes may be another room.
    connect(dialog, &QFileDialog::filesSelected, this, [this, place = m_place](const QStringList &paths) {
        if (isHere(place))
            takePaths(paths);
    });
    dialog->open();
}

void FileSending::takePaths(const QStringList &paths)
{
    if (!maySend() || paths.isEmpty())
        return;
    whenReady(m_place.workspace->scan(paths), this,
        [this, place = m_place](const Result<ScannedFiles> &found) { scanned(place, found); });
}

void FileSending::scanned(const Place &place, const Result<ScannedFiles> &found)
{
    if (!isHere(place)) {
        m_isTextTaken = false;
        if (found)
            removeTemporary(found->files);
        return;
    }
    if (!found)
        refuse(found.error());
    else if (m_dialog)
        addToDialog(*found);
    else
        openDialog(*found);
}

void FileSending::takePicture(const QImage &picture)
{
    if (!maySend() || picture.isNull())
        return;
    if (qint64(picture.width()) * picture.height() > ImageDecoder::MaxPixels) {
        m_composer.refused(tr("This picture is too large to be pasted. Save it as a file and send that."));
        return;
    }
    //: Name of a pasted picture, without its extension; %1 is a day and a time
    const QString name
        = tr("Picture %1").arg(QDateTime::currentDateTime().toString(u"yyyy-MM-dd HH.mm.ss"_s)) + u".png"_s;
    writeTemporary(u"png"_s, name, [picture](const QString &path) { return picture.save(path, "PNG"); });
}

void FileSending::takeText()
{
    if (!maySend())
        return;
    const QByteArray text = m_composer.messageText().toUtf8();
    m_isTextTaken = true;
    //: Name of a file made of what was written, without its extension
    writeTemporary(u"txt"_s, tr("Text") + u".txt"_s, [text](const QString &path) {
        QFile file(path);
        return file.open(QIODevice::WriteOnly) && file.write(text) == text.size();
    });
}

/// Writes it in the thread that reads pictures, looks at it as at any other file, and remembers that it is nobody's.
void FileSending::writeTemporary(
    const QString &suffix, const QString &name, std::function<bool(const QString &path)> write)
{
    const QString path = m_place.workspace->newTemporaryFile(suffix);
    const auto written
        = m_images.lane().run([path, write = std::move(write)] { return !path.isEmpty() && write(path); });
    whenReady(written, this, [this, path, name, place = m_place](bool isWritten) {
        if (!isWritten || !place.workspace) {
            refuse(Error{ ErrorCode::CannotOpenFile, {}, { path } });
            QFile::remove(path);
            return;
        }
        whenReady(place.workspace->scan({ path }), this, [this, name, place](Result<ScannedFiles> found) {
            for (qsizetype i = 0; found && i < found->files.size(); ++i) {
                found->files[i].name = name;
                found->files[i].isTemporary = true;
            }
            scanned(place, found);
        });
    });
}

void FileSending::openDialog(const ScannedFiles &found)
{
    m_dialogPlace = m_place;
    // While a message is edited the field holds its text; the caption is of a new one.
    m_caption = m_composer.editing() == 0 && !m_isTextTaken ? m_composer.messageText() : QString();
    const auto check = [place = m_place](const SendFilesDialog::Choice &choice) -> Result<> {
        if (!choice.caption.trimmed().isEmpty())
            if (const Result<QString> caption = checkMessageText(choice.caption); !caption)
                return tl::unexpected(caption.error());
        return place.workspace ? place.workspace->checkFiles(place.room, choice.files, choice.folder)
                               : Result<>(fail(ErrorCode::ConnectionLost));
    };
    m_ahead = m_dialogPlace.workspace->hashAhead();
    m_ahead->add(found.files);
    m_dialog = new SendFilesDialog(m_theme, m_images, target(), found, m_caption, check, &m_window);
    m_dialog->setEnterSends(m_settings.current().enterSends);
    connect(m_dialog, &SendFilesDialog::confirmed, this, &FileSending::confirm);
    connect(m_dialog, &SendFilesDialog::moreWanted, this, &FileSending::choose);
    connect(m_dialog, &SendFilesDialog::morePasted, this, &FileSending::takePaths);
    connect(m_dialog, &SendFilesDialog::picturePasted, this, &FileSending::takePicture);
    connect(m_dialog, &SendFilesDialog::removed, this, &FileSending::takenOut);
    connect(m_dialog, &QDialog::finished, this, &FileSending::dialogClosed);
    m_dialog->open();
}

void FileSending::addToDialog(const ScannedFiles &found)
{
    m_dialog->addFiles(found);
    if (m_ahead)
        m_ahead->add(m_dialog->choice().files);
}

void FileSending::takenOut(const OutgoingFile &file)
{
    const QList<OutgoingFile> left = m_dialog ? m_dialog->choice().files : QList<OutgoingFile>();
    const bool isStillThere
        = std::ranges::any_of(left, [&](const OutgoingFile &other) { return other.path == file.path; });
    if (m_ahead && !isStillThere)
        m_ahead->remove(file);
    removeTemporary({ file });
}

const HashAhead *FileSending::ahead() const
{
    return m_ahead;
}

void FileSending::confirm(const SendFilesDialog::Choice &choice)
{
    if (!m_dialogPlace.workspace)
        return;
    const TextFormat format = m_composer.editing() == 0 ? m_composer.format() : TextFormat::Markdown;
    const QString caption = choice.caption.trimmed().isEmpty() ? QString() : choice.caption;
    const QString shown = format == TextFormat::Plain ? caption : m_emoji.withEmoji(caption);
    const QList<OutgoingFile> files = m_ahead ? m_ahead->completed(choice.files) : choice.files;
    const Result<Cid> queued = m_dialogPlace.workspace->sendFiles(m_dialogPlace.room, shown, files, choice.folder,
        { isHere(m_dialogPlace) && m_composer.editing() == 0 ? m_composer.replyTo() : 0, format });
    if (!queued) {
        m_dialog->failed(queued.error());
        return;
    }
    const bool wasInComposer = isHere(m_dialogPlace) && m_composer.editing() == 0;
    if (wasInComposer)
        m_composer.accepted();
    // The text is on its way: as a draft it would come back, and be sent twice.
    Workspace &workspace = *m_dialogPlace.workspace;
    if (wasInComposer || (!m_caption.isEmpty() && workspace.draft(m_dialogPlace.room) == m_caption))
        workspace.setDraft(m_dialogPlace.room, {});
    m_dialog->accept();
    Q_EMIT sent();
}

void FileSending::dialogClosed(int result)
{
    m_isTextTaken = false;
    delete m_ahead;
    // It lives a moment longer; what comes now belongs to the next one.
    const SendFilesDialog *closed = std::exchange(m_dialog, nullptr);
    if (result == QDialog::Accepted || !closed)
        return;
    removeTemporary(closed->choice().files);
    // What was written there is not thrown away.
    const QString caption = closed->caption();
    if (isHere(m_dialogPlace) && caption != m_caption && m_composer.editing() == 0
        && m_composer.messageText() == m_caption)
        m_composer.replaceWritten(caption);
    m_composer.focusText();
}

void FileSending::removeTemporary(const QList<OutgoingFile> &files)
{
    for (const OutgoingFile &file : files)
        if (file.isTemporary)
            QFile::remove(file.path);
}

} // namespace salon
