// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "client-gui/dialogs/salon_dialog.h"
#include "shared/base/result.h"
#include "shared/client-core/files/file_scan.h"

class QCheckBox;
class QLineEdit;

namespace salon {

class ComposerEdit;
class ImageLoader;
class OutgoingFiles;
class TextLabel;

/// What is about to be sent, before it is: the files with their pictures, names and order, or one folder, and a
/// caption. It says what is too large or too many before anything is lost, and closes when its owner says that all was
/// taken.
class SendFilesDialog final : public SalonDialog
{
    Q_OBJECT

public:
    struct Choice
    {
        QList<OutgoingFile> files{};
        QString folder{}; ///< empty: single files
        QString caption{};
    };
    using Check = std::function<Result<>(const Choice &choice)>;

    /// `target`: "# General". `images` outlives this.
    SendFilesDialog(Theme &theme, ImageLoader &images, const QString &target, const ScannedFiles &scanned,
        const QString &caption, Check check, QWidget *parent = nullptr);

    void setEnterSends(bool enterSends);
    /// More of them; a folder cannot be added to files.
    void addFiles(const ScannedFiles &scanned);
    [[nodiscard]] Choice choice() const;
    [[nodiscard]] QString caption() const;
    /// What was added could not be read, or the choice was refused.
    void failed(const Error &error);

Q_SIGNALS:
    /// Send it; then accept() or failed().
    void confirmed(const salon::SendFilesDialog::Choice &choice);
    /// The person wants to choose more files, or pasted or dropped them here.
    void moreWanted();
    void morePasted(const QStringList &paths);
    void picturePasted(const QImage &picture);
    /// A file that was made for this message is not needed any more.
    void removed(const salon::OutgoingFile &file);

protected:
    void retranslateUi() override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void layOut();
    void showState();
    void send();
    [[nodiscard]] bool isFolder() const { return !m_folderFiles.isEmpty(); }

    QString m_target;
    Check m_check;
    QList<OutgoingFile> m_folderFiles; ///< of a folder
    int m_skipped = 0;
    OutgoingFiles *m_files;
    QWidget *m_folderRow;
    QLineEdit *m_folderName;
    TextLabel *m_folderFacts;
    TextLabel *m_sum;
    QCheckBox *m_asFiles;
    TextLabel *m_captionLabel;
    ComposerEdit *m_caption;
    QPushButton *m_more;
    QPushButton *m_cancel;
    QPushButton *m_send;
};

} // namespace salon
