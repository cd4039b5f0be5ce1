// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "client-gui/dialogs/salon_dialog.h"
#include "shared/base/ids.h"
#include "shared/client-core/export/room_export.h"

#include <QPointer>

class QLineEdit;
class QProgressBar;

namespace salon {

class FormField;
class TextLabel;
class Workspace;

/// Writes a room into a folder that the person chooses: what will be there, how far it is, and at the end the way to
/// it. Closing it in between cancels, and leaves nothing behind.
class ExportDialog final : public SalonDialog
{
    Q_OBJECT

public:
    ExportDialog(Theme &theme, Workspace &workspace, RoomId room, QWidget *parent = nullptr);
    ~ExportDialog() override;

    /// Into this folder, as if the person had chosen it.
    void setFolder(const QString &folder);
    /// What it made; empty before it is done.
    [[nodiscard]] QString result() const { return m_result; }

protected:
    void retranslateUi() override;

private:
    void chooseFolder();
    void start();
    void stop();
    void showProgress(const ExportProgress &progress);
    void finished(const Result<QString> &folder);
    void showState();
    [[nodiscard]] QString stateWords() const;

    Workspace &m_workspace;
    RoomId m_room;
    QPointer<RoomExport> m_export;
    ExportProgress m_progress;
    QString m_result;
    TextLabel *m_what;
    QLineEdit *m_folder;
    FormField *m_folderField;
    QPushButton *m_choose;
    QProgressBar *m_bar;
    TextLabel *m_state;
    QPushButton *m_open;
    QPushButton *m_close;
    QPushButton *m_start;
};

} // namespace salon
