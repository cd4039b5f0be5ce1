// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "client-gui/how_it_works/frame_list_model.h"

#include <QPointer>
#include <QSet>
#include <QWidget>

class QCheckBox;
class QComboBox;
class QPushButton;
class QStackedWidget;
class QTabWidget;
class QTreeView;

namespace salon {

class EmptyState;
class FrameDetails;
class LayersPage;
class TextLabel;
class Theme;
class Workspace;

/// A window of its own that shows what this program and a server say to each other, and explains it. Nothing is watched
/// until the person switches it on, and nothing any more once the window is closed; then it deletes itself.
class HowItWorksWindow : public QWidget
{
    Q_OBJECT
public:
    HowItWorksWindow(Theme &theme, const Clock &clock);
    ~HowItWorksWindow() override;

    /// The server whose connection is shown; null: none yet. While it is switched on, the watch moves along.
    void setWorkspace(Workspace *workspace);
    [[nodiscard]] Workspace *workspace() const { return m_workspace; }
    [[nodiscard]] bool isWatching() const;

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void build();
    void buildBar();
    void connectParts();
    void setWatching(bool watches);
    void setPaused(bool paused);
    void reconnect();
    void copyFrame();
    void fillKinds();
    void kindChosen();
    void showState();
    void retranslateUi();
    void applyTheme();
    void foldColumns();
    [[nodiscard]] QString nameOf(const QString &type, quint64 id) const;

    Theme &m_theme;
    QPointer<Workspace> m_workspace;
    FrameLogModel m_log;
    FrameListModel m_rows;
    QCheckBox *m_watch;
    QPushButton *m_pause;
    QPushButton *m_reconnect;
    QPushButton *m_clear;
    QComboBox *m_direction;
    QComboBox *m_kind;
    QStackedWidget *m_pages;
    EmptyState *m_empty;
    QTreeView *m_list;
    QTabWidget *m_tabs;
    FrameDetails *m_details;
    LayersPage *m_layers;
    TextLabel *m_counts;
    QPushButton *m_copy;
    QPushButton *m_close;
    QWidget *m_bar;
    QLayout *m_content = nullptr; ///< the bar, and what is below it
    QAction *m_copyAction;
    QSet<quint32> m_kindsShown;
    bool m_follows = true; ///< the list stands at its end
};

} // namespace salon
