// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-gui/files/files_of_room.h"

#include "client-gui/composer/composer.h"
#include "client-gui/dialogs/question_dialog.h"
#include "client-gui/files/file_drop_area.h"
#include "client-gui/files/file_sending.h"
#include "client-gui/files/image_viewer.h"
#include "client-gui/timeline/timeline_view.h"
#include "shared/client-core/files/file_kind.h"
#include "shared/client-core/workspace.h"

#include <QDir>
#include <QFileDialog>
#include <QShortcut>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace salon {
namespace {

/// Under which a picture of the timeline is found again, whatever rows came above it.
struct Shown
{
    QPersistentModelIndex row{};
    int file = 0;
};

} // namespace

FilesOfRoom::FilesOfRoom(Theme &theme, SettingsStore &settings, const EmojiCatalogue &emoji, TimelineView &timeline,
    Composer &composer, QWidget &view)
    : QObject(&view)
    , m_theme(theme)
    , m_timeline(timeline)
    , m_composer(composer)
    , m_view(view)
    , m_files(m_images, settings)
    , m_sending(new FileSending(theme, m_images, emoji, settings, composer, view))
    , m_dropArea(new FileDropArea(theme, view, { timeline.viewport() }))
    , m_shortcut(new QShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_U), &view))
{
    m_shortcut->setObjectName(u"attachShortcut"_s);
    m_dropArea->watchAllOf(composer);
    connect(m_shortcut, &QShortcut::activated, m_sending, &FileSending::choose);
    m_dropArea->setMayDrop([this] { return m_sending->maySend(); });
    m_dropArea->setWords([this] {
        QString target = m_sending->target();
        if (target.startsWith("# "_L1))
            target[1] = QChar::Nbsp; // the sign stays on the name's line
        //: %1 is "# General" or a person's name
        return tr("Drop the files here to send them to %1").arg(target);
    });
    connect(m_dropArea, &FileDropArea::dropped, m_sending, &FileSending::takePaths);
    connect(m_dropArea, &FileDropArea::pictureDropped, m_sending, &FileSending::takePicture);
    connect(m_sending, &FileSending::sent, this, &FilesOfRoom::sent);
    connectFiles();
    timeline.setAttachments(&m_files);
}

FilesOfRoom::~FilesOfRoom()
{
    m_timeline.setAttachments(nullptr);
    delete m_viewer; // these use the pictures
    delete m_sending;
}

ImageViewer *FilesOfRoom::viewer() const
{
    return m_viewer;
}

void FilesOfRoom::connectFiles()
{
    connect(&m_timeline, &TimelineView::fileActionAsked, &m_files, &RoomFiles::perform);
    connect(&m_files, &RoomFiles::changed, &m_timeline, &TimelineView::repaintFiles);
    connect(&m_files, &RoomFiles::viewWanted, this, &FilesOfRoom::view);
    connect(&m_files, &RoomFiles::saveWanted, this, &FilesOfRoom::askWhere);
    connect(&m_files, &RoomFiles::dangerMet, this, &FilesOfRoom::tellDanger);
    connect(&m_files, &RoomFiles::discardWanted, this, &FilesOfRoom::discardWanted);
    connect(&m_files, &RoomFiles::saved, this, [this](const QString &path) {
        //: %1 is where a file, or a folder, was saved
        m_composer.note(tr("Saved: %1").arg(QDir::toNativeSeparators(path)));
    });
    connect(&m_files, &RoomFiles::failed, &m_composer, qOverload<const Error &>(&Composer::refused));
}

void FilesOfRoom::setRoom(Workspace *workspace, RoomId room)
{
    if (m_viewer)
        m_viewer->close();
    disconnect(m_rules);
    if (workspace)
        m_rules = connect(&workspace->rooms(), &Rooms::changed, this, [this, room](RoomId changed, RoomAspects what) {
            if (changed == room && what.testFlag(RoomAspect::Rules))
                showOffers();
        });
    m_files.setRoom(workspace, room);
    m_sending->setRoom(workspace, room);
    showOffers();
}

void FilesOfRoom::showOffers()
{
    const bool maySend = m_sending->maySend();
    m_composer.setTakesFiles(maySend);
    m_shortcut->setEnabled(maySend);
}

/// All pictures of the messages that are loaded, with this one first.
void FilesOfRoom::view(const QModelIndex &row, int file)
{
    QList<ImageViewer::Item> items;
    QList<Shown> shown;
    int at = 0;
    const QAbstractItemModel *model = row.model();
    for (int i = 0; i < model->rowCount(); ++i) {
        const QModelIndex message = model->index(i, 0);
        const QList<FileEntry> entries = RoomFiles::entriesOf(message);
        for (int n = 0; n < entries.size(); ++n) {
            const bool isThis = message == row && n == file;
            if (!FileOffer::isPicture(entries[n])
                || (!isThis && !message.data(TimelineModel::FolderRole).toString().isEmpty()))
                continue;
            if (isThis)
                at = int(items.size());
            const QString path = m_files.localPath(message, n, entries[n]);
            items.append({ RoomFiles::pictureKey(entries[n], path), path, shownName(entries[n]),
                FileOffer::described(entries[n]) });
            shown.append({ message, n });
        }
    }
    if (items.isEmpty())
        return;
    m_viewer = new ImageViewer(m_theme, m_images, items, at, m_view.window());
    connect(m_viewer, &ImageViewer::fetchWanted, this, [this, shown](int item) {
        if (shown[item].row.isValid())
            m_files.perform(FileAction::Fetch, shown[item].row, shown[item].file);
    });
    connect(m_viewer, &ImageViewer::saveWanted, this, [this, shown](int item) {
        if (shown[item].row.isValid())
            askWhere(shown[item].row, shown[item].file);
    });
    connect(&m_files, &RoomFiles::changed, m_viewer, [this, shown] {
        const Shown &now = shown[m_viewer->current()];
        const QList<FileEntry> entries = RoomFiles::entriesOf(now.row);
        if (now.file < entries.size()) // else the message was deleted meanwhile
            m_viewer->setPath(m_viewer->current(), m_files.localPath(now.row, now.file, entries[now.file]));
    });
    m_viewer->open();
}

void FilesOfRoom::askWhere(const QModelIndex &row, int file)
{
    QWidget *parent = m_viewer ? static_cast<QWidget *>(m_viewer) : m_view.window();
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::DownloadLocation);
    const QList<FileEntry> entries = RoomFiles::entriesOf(row);
    auto *dialog = new QFileDialog(parent, file < 0 ? tr("Save the files into a folder") : tr("Save as"), folder);
    dialog->setObjectName(u"saveFile"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    if (file < 0) {
        dialog->setFileMode(QFileDialog::Directory);
        dialog->setOption(QFileDialog::ShowDirsOnly);
    } else if (file < entries.size()) {
        dialog->setAcceptMode(QFileDialog::AcceptSave);
        // Nothing is overwritten: a taken name becomes "photo (2).jpg".
        dialog->setOption(QFileDialog::DontConfirmOverwrite);
        dialog->selectFile(shownName(entries[file]));
    }
    connect(dialog, &QFileDialog::fileSelected, this,
        [this, index = QPersistentModelIndex(row), file](const QString &path) {
            if (index.isValid())
                m_files.saveTo(index, file, path);
        });
    dialog->open();
}

void FilesOfRoom::tellDanger(const QModelIndex &row, int file)
{
    const QList<FileEntry> entries = RoomFiles::entriesOf(row);
    const QString name = shownName(entries[file]);
    auto *question = new QuestionDialog(
        m_theme,
        [name] {
            return QuestionDialog::Words{ tr("This file is not opened from here"),
                //: %1 is the name of a file
                tr("“%1” could run something on this computer. It can be put into your folder for downloads; open it "
                   "there yourself if you trust who sent it.")
                    .arg(name),
                tr("Show in the folder") };
        },
        m_view.window());
    question->setObjectName(u"dangerQuestion"_s);
    connect(question, &QuestionDialog::confirmed, this, [this, question, index = QPersistentModelIndex(row), file] {
        if (index.isValid())
            m_files.perform(FileAction::ShowInFolder, index, file);
        question->accept();
    });
    question->open();
}

} // namespace salon
