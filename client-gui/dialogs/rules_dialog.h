// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "client-gui/dialogs/salon_dialog.h"
#include "shared/base/ids.h"
#include "shared/protocol/messages/rules.h"

class QCheckBox;
class QComboBox;
class QScrollArea;

namespace salon {

class SettingRow;
class TextLabel;
class Workspace;

/// The rules of a room in plain words: to be chosen by who may, to be read by everybody. A rule that removes something
/// for good says so, and is asked about first.
class RulesDialog final : public SalonDialog
{
    Q_OBJECT

public:
    RulesDialog(Theme &theme, Workspace &workspace, RoomId room, QWidget *parent = nullptr);

    /// What is chosen now.
    [[nodiscard]] RoomRules chosen() const;

protected:
    void retranslateUi() override;
    void applyTheme() override;

private:
    SettingRow *addRow(QWidget *control);
    QComboBox *makeChoice(const char *objectName);
    QCheckBox *makeSwitch(const char *objectName);
    void showRoom();
    void showRules(const RoomRules &rules);
    void showRights();
    void showWarning();
    void submit();
    void save(const RoomRules &rules);
    [[nodiscard]] bool isDirect() const;
    /// The rules, as they hold in the room now.
    [[nodiscard]] RoomRules present() const;
    [[nodiscard]] bool removesMore(const RoomRules &rules) const;
    [[nodiscard]] QString removalWords(quint32 days) const;

    Workspace &m_workspace;
    RoomId m_room;
    RoomRules m_shown; ///< as they were when they were shown last
    bool m_mayChange = false;
    TextLabel *m_intro;
    QScrollArea *m_area;
    QWidget *m_rows;
    QComboBox *m_posting, *m_history, *m_retention, *m_slow, *m_files;
    QCheckBox *m_markdown, *m_seen, *m_typing;
    SettingRow *m_postingRow, *m_historyRow, *m_retentionRow, *m_slowRow, *m_filesRow, *m_markdownRow, *m_seenRow,
        *m_typingRow;
    TextLabel *m_warning;
    TextLabel *m_read; ///< the same as sentences, for who may not choose
    QPushButton *m_cancel;
    QPushButton *m_save;
};

} // namespace salon
