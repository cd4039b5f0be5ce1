// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "client-gui/files/send_files_dialog.h"
#include "shared/base/ids.h"

#include <QImage>
#include <QPointer>

namespace salon {

class Composer;
class EmojiCatalogue;
class HashAhead;
class ImageLoader;
class SettingsStore;
class Workspace;

/// Sending files to the open room: takes what is chosen, dropped or pasted, shows it in a SendFilesDialog and gives it
/// to the outbox. What is written in the composer becomes the caption, and stays there when nothing was sent.
class FileSending : public QObject
{
    Q_OBJECT

public:
    /// All of it outlives this; `window` is where dialogs belong.
    FileSending(Theme &theme, ImageLoader &images, const EmojiCatalogue &emoji, SettingsStore &settings,
        Composer &composer, QWidget &window);
    ~FileSending() override;

    void setRoom(Workspace *workspace, RoomId room);
    [[nodiscard]] bool maySend() const;
    /// "# General"
    [[nodiscard]] QString target() const;

    /// Files, or a folder? A menu above this point asks.
    void askWhat(const QPoint &at);
    void choose();
    void chooseFolder();
    void takePaths(const QStringList &paths);
    void takePicture(const QImage &picture);
    /// What is written in the composer becomes a file.
    void takeText();
    [[nodiscard]] SendFilesDialog *dialog() const { return m_dialog; }
    /// What is known of its files while it is open.
    [[nodiscard]] const HashAhead *ahead() const;

Q_SIGNALS:
    void sent();

private:
    /// Where something was to be sent when its files had to be looked at first.
    struct Place
    {
        QPointer<Workspace> workspace{};
        RoomId room{};
    };
    void openChooser(const QString &title, bool isFolder);
    void scanned(const Place &place, const Result<ScannedFiles> &found);
    void writeTemporary(const QString &suffix, const QString &name, std::function<bool(const QString &path)> write);
    void openDialog(const ScannedFiles &found);
    void addToDialog(const ScannedFiles &found);
    void takenOut(const OutgoingFile &file);
    void confirm(const SendFilesDialog::Choice &choice);
    void dialogClosed(int result);
    static void removeTemporary(const QList<OutgoingFile> &files);
    [[nodiscard]] bool isHere(const Place &place) const;
    void refuse(const Error &error);

    Theme &m_theme;
    ImageLoader &m_images;
    const EmojiCatalogue &m_emoji;
    SettingsStore &m_settings;
    Composer &m_composer;
    QWidget &m_window;
    Place m_place;
    Place m_dialogPlace; ///< the room may be another one by the time it is sent
    QPointer<SendFilesDialog> m_dialog;
    QPointer<HashAhead> m_ahead; ///< of the dialog's files
    QString m_caption; ///< with which the dialog began; it stands in the composer
    bool m_isTextTaken = false; ///< what is written is one of the files
};

} // namespace salon
