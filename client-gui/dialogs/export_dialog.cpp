// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-gui/dialogs/export_dialog.h"

#include "client-gui/app/theme.h"
#include "client-gui/app/tinted_icon.h"
#include "client-gui/dialogs/form_field.h"
#include "client-gui/widgets/text_label.h"
#include "shared/client-core/workspace.h"

#include <QDesktopServices>
#include <QDir>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QStandardPaths>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace salon {

namespace {
constexpr int WholeBar = 1000;
} // namespace

ExportDialog::ExportDialog(Theme &theme, Workspace &workspace, RoomId room, QWidget *parent)
    : SalonDialog(theme, parent)
    , m_workspace(workspace)
    , m_room(room)
    , m_what(new TextLabel(theme, TextRole::Body, ColourRole::Text, this))
    , m_folder(new QLineEdit(this))
    , m_folderField(new FormField(theme, m_folder, 1, this))
    , m_choose(new QPushButton(this))
    , m_bar(new QProgressBar(this))
    , m_state(new TextLabel(theme, TextRole::Meta, ColourRole::Muted, this))
    , m_open(addSide(ButtonLook::Normal))
    , m_close(addCancel())
    , m_start(addPrimary())
{
    setObjectName(u"exportDialog"_s);
    m_folder->setObjectName(u"exportFolder"_s);
    m_choose->setObjectName(u"chooseFolder"_s);
    m_start->setObjectName(u"startExport"_s);
    m_open->setObjectName(u"openExport"_s);
    m_bar->setObjectName(u"exportBar"_s);
    m_what->setWordWrap(true);
    m_state->setWordWrap(true);
    m_choose->setAutoDefault(false);
    m_choose->setIcon(tintedIcon(theme, u"folder"_s));
    m_open->setIcon(tintedIcon(theme, u"folder"_s));
    m_bar->setRange(0, WholeBar);
    m_bar->setTextVisible(false);
    const QString documents = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    m_folder->setText(QDir::toNativeSeparators(QDir(documents).exists() ? documents : QDir::homePath()));
    content()->addWidget(m_what);
    content()->addWidget(m_folderField);
    auto *row = new QHBoxLayout;
    row->addWidget(m_choose);
    row->addStretch(1);
    content()->addLayout(row);
    content()->addWidget(m_bar);
    content()->addWidget(m_state);
    content()->addStretch(1);
    setTroubleLines(2);
    setDrawnWidth(520);
    connect(m_choose, &QPushButton::clicked, this, &ExportDialog::chooseFolder);
    connect(m_start, &QPushButton::clicked, this, [this] { m_export ? stop() : start(); });
    connect(m_open, &QPushButton::clicked, this, [this] { QDesktopServices::openUrl(QUrl::fromLocalFile(m_result)); });
    connect(m_folder, &QLineEdit::textEdited, this, [this] {
        m_folderField->clearTrouble();
        showState();
    });
    connect(&workspace.rooms(), &Rooms::removed, this, [this](RoomId removed) {
        if (removed == m_room)
            reject();
    });
    retranslateUi();
    m_start->setFocus();
}

ExportDialog::~ExportDialog()
{
    delete m_export; // which cancels it
}

void ExportDialog::setFolder(const QString &folder)
{
    m_folder->setText(QDir::toNativeSeparators(folder));
    m_folderField->clearTrouble();
    showState();
}

void ExportDialog::chooseFolder()
{
    auto *dialog = new QFileDialog(this, tr("Folder for the room"), QDir::fromNativeSeparators(m_folder->text()));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, this, &ExportDialog::setFolder);
    dialog->open();
}

void ExportDialog::start()
{
    clearTrouble();
    m_result.clear();
    m_progress = {};
    const QString folder = QDir::fromNativeSeparators(m_folder->text().trimmed());
    if (!QFileInfo(folder).isDir()) {
        m_folderField->setTrouble([] { return tr("There is no such folder."); });
        m_folder->setFocus();
        return;
    }
    m_export = m_workspace.exportRoom(m_room, folder, this);
    if (!m_export) {
        showTrouble(Error{ ErrorCode::Internal });
        return;
    }
    connect(m_export, &RoomExport::progressed, this, &ExportDialog::showProgress);
    connect(m_export, &RoomExport::finished, this, &ExportDialog::finished);
    showState();
}

void ExportDialog::stop()
{
    if (m_export)
        m_export->cancel();
}

void ExportDialog::showProgress(const ExportProgress &progress)
{
    m_progress = progress;
    showState();
}

void ExportDialog::finished(const Result<QString> &folder)
{
    if (m_export)
        m_export->deleteLater();
    m_export = nullptr;
    if (folder)
        m_result = *folder;
    else if (folder.error().code != ErrorCode::Canceled)
        showTrouble(folder.error());
    showState();
    (m_result.isEmpty() ? m_start : m_open)->setFocus();
}

QString ExportDialog::stateWords() const
{
    if (!m_result.isEmpty())
        //: %1 is the path of a folder
        return tr("Done: %1").arg(QDir::toNativeSeparators(m_result));
    if (!m_export)
        return {};
    const QLocale locale;
    //: How far an export is; both are numbers of lines of the room's history
    QString words = tr("%1 of %2 entries written.")
                        .arg(locale.toString(m_progress.events), locale.toString(m_progress.eventsTotal));
    if (m_progress.filesTotal > 0)
        words += u' '
            + tr("%1 of %2 files fetched.")
                  .arg(locale.toString(m_progress.files), locale.toString(m_progress.filesTotal));
    return words;
}

void ExportDialog::showState()
{
    const bool isRunning = m_export;
    const bool isDone = !m_result.isEmpty();
    m_folder->setEnabled(!isRunning);
    m_choose->setEnabled(!isRunning);
    m_bar->setVisible(isRunning || isDone);
    const quint64 total = m_progress.eventsTotal + m_progress.filesTotal;
    const quint64 done = m_progress.events + m_progress.files;
    m_bar->setValue(isDone ? WholeBar : total == 0 ? 0 : int(done * WholeBar / total));
    m_state->setText(stateWords());
    m_state->setVisible(!m_state->text().isEmpty());
    m_open->setVisible(isDone);
    m_start->setVisible(!isDone);
    m_start->setText(isRunning ? tr("Stop") : tr("Save"));
    m_start->setEnabled(isRunning || !m_folder->text().trimmed().isEmpty());
    m_close->setText(isDone ? tr("Close") : tr("Cancel"));
}

void ExportDialog::retranslateUi()
{
    //: %1 is the name of a room
    setHeading(tr("Save %1 as files").arg(m_workspace.rooms().displayName(m_room)));
    m_what->setText(tr("A new folder gets all messages that you can read there: as a page for every browser, as JSON "
                       "Lines for programs, and with the files that were sent."));
    m_folderField->setWords(tr("In this folder"));
    m_choose->setText(tr("Choose…"));
    m_open->setText(tr("Open the folder"));
    m_bar->setAccessibleName(tr("Progress"));
    showState();
}

} // namespace salon
