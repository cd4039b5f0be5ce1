// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-gui/files/send_files_dialog.h"

#include "client-gui/app/theme.h"
#include "client-gui/app/tinted_icon.h"
#include "client-gui/composer/composer_edit.h"
#include "client-gui/files/outgoing_files.h"
#include "client-gui/files/pasted_content.h"
#include "client-gui/timeline/file_offers.h"
#include "client-gui/widgets/plain_tool_tip.h"
#include "client-gui/widgets/text_label.h"

#include <QCheckBox>
#include <QDropEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QPushButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace salon {

SendFilesDialog::SendFilesDialog(Theme &theme, ImageLoader &images, const QString &target, const ScannedFiles &scanned,
    const QString &caption, Check check, QWidget *parent)
    : SalonDialog(theme, parent)
    , m_target(target)
    , m_check(std::move(check))
    , m_files(new OutgoingFiles(theme, images, this))
    , m_folderRow(new QWidget(this))
    , m_folderName(new QLineEdit(this))
    , m_folderFacts(new TextLabel(theme, TextRole::Meta, ColourRole::Muted, this))
    , m_sum(new TextLabel(theme, TextRole::Meta, ColourRole::Muted, this))
    , m_asFiles(new QCheckBox(this))
    , m_captionLabel(new TextLabel(theme, TextRole::Meta, ColourRole::Muted, this))
    , m_caption(new ComposerEdit(this))
    , m_more(addSide())
    , m_cancel(addCancel())
    , m_send(addPrimary())
{
    setObjectName(u"sendFilesDialog"_s);
    m_folderName->setObjectName(u"folderName"_s);
    m_asFiles->setObjectName(u"sendAsFiles"_s);
    m_caption->setObjectName(u"caption"_s);
    m_more->setObjectName(u"moreFiles"_s);
    m_send->setObjectName(u"sendFiles"_s);
    setAcceptDrops(true);
    setTroubleLines(2);
    setDrawnWidth(520);
    setSwitchLook(m_asFiles);
    m_caption->setTakesFiles(true);
    m_caption->setPlainText(caption);
    m_caption->moveCursor(QTextCursor::End);
    m_captionLabel->setBuddy(m_caption);
    m_folderName->setText(scanned.folder);
    m_folderName->setCursorPosition(0);
    if (!scanned.folder.isEmpty())
        m_folderFiles = scanned.files;
    else
        m_files->add(scanned.files);
    m_skipped = scanned.skipped;
    layOut();
    connect(m_files, &OutgoingFiles::changed, this, &SendFilesDialog::showState);
    connect(m_files, &OutgoingFiles::removed, this, [this](const OutgoingFile &file) {
        Q_EMIT removed(file);
        if (m_files->rows().isEmpty())
            reject();
    });
    connect(m_folderName, &QLineEdit::textChanged, this, &SendFilesDialog::showState);
    connect(m_asFiles, &QCheckBox::toggled, this, &SendFilesDialog::showState);
    connect(m_caption, &QPlainTextEdit::textChanged, this, &SendFilesDialog::showState);
    connect(m_caption, &ComposerEdit::submitted, this, &SendFilesDialog::send);
    connect(m_caption, &ComposerEdit::filesPasted, this, &SendFilesDialog::morePasted);
    connect(m_caption, &ComposerEdit::picturePasted, this, &SendFilesDialog::picturePasted);
    connect(m_more, &QPushButton::clicked, this, &SendFilesDialog::moreWanted);
    connect(m_send, &QPushButton::clicked, this, &SendFilesDialog::send);
    retranslateUi();
    showState();
    m_caption->setFocus();
}

void SendFilesDialog::layOut()
{
    auto *folder = new QHBoxLayout(m_folderRow);
    folder->setContentsMargins({});
    auto *icon = new QLabel(m_folderRow);
    const int side = theme().tokens().px(28);
    icon->setPixmap(
        tintedIcon(theme(), u"folder"_s, ColourRole::Accent).pixmap(QSize(side, side), devicePixelRatioF()));
    auto *words = new QVBoxLayout;
    words->setSpacing(2);
    words->addWidget(m_folderName);
    words->addWidget(m_folderFacts);
    folder->addWidget(icon);
    folder->addLayout(words, 1);
    m_folderFacts->setWordWrap(true);
    m_folderRow->setVisible(isFolder());
    m_files->setVisible(!isFolder());
    m_sum->setVisible(!isFolder());
    m_more->setVisible(!isFolder());
    content()->addWidget(m_folderRow);
    content()->addWidget(m_files, 1);
    content()->addWidget(m_sum);
    content()->addWidget(m_asFiles);
    content()->addSpacing(theme().tokens().space(Space::Small));
    content()->addWidget(m_captionLabel);
    m_caption->setFrameShape(QFrame::StyledPanel);
    m_caption->viewport()->setAutoFillBackground(true);
    content()->addWidget(m_caption);
}

void SendFilesDialog::setEnterSends(bool enterSends)
{
    m_caption->setEnterSubmits(enterSends);
}

void SendFilesDialog::addFiles(const ScannedFiles &scanned)
{
    clearTrouble();
    if (isFolder() || !scanned.folder.isEmpty()) {
        showTrouble([] { return tr("A folder is sent alone. Send the other files in a message of their own."); });
        return;
    }
    m_files->add(scanned.files);
    if (m_files->rows().size() > 1)
        m_files->rows().constLast()->focusName();
}

QString SendFilesDialog::caption() const
{
    return m_caption->text();
}

SendFilesDialog::Choice SendFilesDialog::choice() const
{
    Choice choice{ isFolder() ? m_folderFiles : m_files->files(),
        isFolder() ? m_folderName->text().trimmed() : QString(), caption() };
    for (OutgoingFile &file : choice.files) {
        if (m_asFiles->isChecked() || isFolder()) {
            file.width = 0; // others see a card then
            file.height = 0;
        }
    }
    return choice;
}

void SendFilesDialog::failed(const Error &error)
{
    showTrouble(error);
}

void SendFilesDialog::showState()
{
    const Choice now = choice();
    const QList<OutgoingFile> shown = m_files->files();
    m_asFiles->setVisible(!isFolder()
        && std::any_of(shown.cbegin(), shown.cend(), [](const OutgoingFile &file) { return file.width > 0; }));
    m_sum->setText(FileOffer::summed(entriesOf(now.files)));
    m_sum->setVisible(!isFolder() && now.files.size() > 1);
    QString facts = FileOffer::summed(entriesOf(now.files));
    if (m_skipped > 0)
        facts
            += u"\n"_s + tr("%n entry is left out: a hidden file, a link, or what cannot be read.", nullptr, m_skipped);
    m_folderFacts->setText(facts);
    const Result<> checked = m_check ? m_check(now) : Result<>();
    m_send->setEnabled(checked.has_value() && !now.files.isEmpty());
    if (checked)
        clearTrouble();
    else
        showTrouble(checked.error());
}

void SendFilesDialog::send()
{
    if (!m_send->isEnabled())
        return;
    clearTrouble();
    Q_EMIT confirmed(choice());
}

void SendFilesDialog::retranslateUi()
{
    setHeading(isFolder()
            //: %1 is "# General" or a person's name
            ? tr("Send a folder to %1").arg(m_target)
            //: %1 is "# General" or a person's name
            : tr("Send to %1").arg(m_target));
    m_asFiles->setText(tr("Send pictures as files"));
    m_asFiles->setToolTip(plainToolTip(tr("Others see a card with the name instead of the picture.")));
    m_captionLabel->setText(tr("Caption"));
    m_caption->setPlaceholderText(tr("Write something about it, if you like…"));
    m_caption->setAccessibleName(tr("Caption"));
    m_folderName->setAccessibleName(tr("Name of the folder"));
    m_more->setText(tr("Add files…"));
    m_cancel->setText(tr("Cancel"));
    m_send->setText(tr("Send", "files"));
    showState();
}

void SendFilesDialog::dragEnterEvent(QDragEnterEvent *event)
{
    if (!PastedContent::pathsOf(*event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void SendFilesDialog::dropEvent(QDropEvent *event)
{
    event->setDropAction(Qt::CopyAction);
    event->accept();
    Q_EMIT morePasted(PastedContent::pathsOf(*event->mimeData()));
}

} // namespace salon
