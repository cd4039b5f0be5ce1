// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "client-gui/how_it_works/watched_connection.h"

#include <QWidget>

class QBoxLayout;
class QPushButton;
class QSplitter;
class QStackedWidget;
class QTabWidget;
class QTreeView;

namespace salon {

class EmptyState;
class FrameDetails;
class FrameListModel;
class LayersPage;
class TextLabel;
class Theme;
class TourBar;

/// A window of its own that shows what this program and a server say to each other, or this device and that of a person
/// nearby, and explains it. Nothing is watched until the person switches it on, and nothing any more once the window is
/// closed; then it deletes itself.
class HowItWorksWindow : public QWidget
{
    Q_OBJECT
public:
    HowItWorksWindow(Theme &theme, const Clock &clock);
    ~HowItWorksWindow() override;

    /// The server whose connection is shown; null: none yet. While it is switched on, the watch moves along.
    void setWorkspace(Workspace *workspace);
    [[nodiscard]] Workspace *workspace() const { return m_connection.workspace(); }
    /// The person nearby whose conversation is shown, instead of a server; with an empty key nobody.
    void setPerson(Nearby *nearby, const QByteArray &key);
    [[nodiscard]] bool isWatching() const;

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void build();
    void buildList();
    void connectParts();
    void connectList();
    void setWatching(bool watches);
    void setPaused(bool paused);
    void showRow(const QModelIndex &row);
    void copyFrame();
    void showState();
    void showEmptyState();
    [[nodiscard]] QString counts() const;
    void retranslateUi();
    void applyTheme();
    void fit();
    void setShort(bool isShort);

    Theme &m_theme;
    FrameLogModel m_log;
    WatchedConnection m_connection;
    FrameListModel *m_rows;
    TourBar *m_bar;
    QStackedWidget *m_pages;
    EmptyState *m_empty;
    QSplitter *m_panes;
    QTreeView *m_list;
    QTabWidget *m_tabs;
    FrameDetails *m_details;
    LayersPage *m_layers;
    TextLabel *m_counts;
    QPushButton *m_copy;
    QPushButton *m_close;
    QAction *m_copyAction;
    bool m_follows = true; ///< the list stands at its end
    bool m_isShort = false; ///< the list is one of the tabs
};

} // namespace salon
