// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "client-gui/files/image_loader.h"
#include "client-gui/files/room_files.h"

#include <QPointer>

class QShortcut;

namespace salon {

class Composer;
class EmojiCatalogue;
class FileDropArea;
class FileSending;
class ImageViewer;
class Theme;
class TimelineView;

/// Files in the open room as a whole: sending them from the composer, by dropping and by pasting, and what is done with
/// those in the timeline. Belongs to the view of the room.
class FilesOfRoom : public QObject
{
    Q_OBJECT

public:
    FilesOfRoom(Theme &theme, SettingsStore &settings, const EmojiCatalogue &emoji, TimelineView &timeline,
        Composer &composer, QWidget &view);
    ~FilesOfRoom() override;

    /// Null, or invalid: none. Before the timeline gets another model.
    void setRoom(Workspace *workspace, RoomId room);
    /// The server, or the room's rules, are others.
    void showOffers();

    [[nodiscard]] RoomFiles &files() { return m_files; }
    [[nodiscard]] FileSending &sending() { return *m_sending; }
    /// Null: no picture is shown large.
    [[nodiscard]] ImageViewer *viewer() const;

Q_SIGNALS:
    void sent();
    void discardWanted(const salon::Cid &cid);

private:
    void connectFiles();
    void view(const QModelIndex &row, int file);
    void askWhere(const QModelIndex &row, int file);
    void tellDanger(const QModelIndex &row, int file);

    Theme &m_theme;
    TimelineView &m_timeline;
    Composer &m_composer;
    QWidget &m_view;
    ImageLoader m_images;
    RoomFiles m_files;
    FileSending *m_sending;
    FileDropArea *m_dropArea;
    QShortcut *m_shortcut;
    QPointer<ImageViewer> m_viewer;
    QMetaObject::Connection m_rules; ///< of the room
};

} // namespace salon
