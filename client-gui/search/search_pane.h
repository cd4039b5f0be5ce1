// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/base/ids.h"
#include "shared/search/search_words.h"

#include <QPointer>
#include <QWidget>

class QBoxLayout;
class QListView;
class QPushButton;
class QToolButton;

namespace salon {

class ElidedLabel;
class EmptyState;
class FlowLayout;
class IconButton;
class MessageListDelegate;
class MessageSearch;
class SearchField;
class SearchModel;
class TextLabel;
class Theme;
class Workspace;

/// The pane with a search: what is looked for, what was looked at in one line, and the hits, newest first, while one
/// types. Enter or a click leads to a hit; the pane stays. All of it can be done by keyboard: ↓ goes to the hits, ↑
/// from the first of them back.
class SearchPane : public QWidget
{
    Q_OBJECT

public:
    explicit SearchPane(Theme &theme, QWidget *parent = nullptr);
    ~SearchPane() override;

    /// Begins one in this room, or in all when it is invalid; on the same server the words that stand there stay.
    void begin(Workspace &workspace, RoomId room);
    /// Shows nothing, and lets go of the workspace.
    void clear();
    [[nodiscard]] bool isOpen() const;
    void focusField();
    /// Offers to go back to where one was before the first hit was opened; empty: does not.
    void offerReturn(const QString &place);

    [[nodiscard]] SearchField &field() const { return *m_field; }
    [[nodiscard]] QListView &list() const { return *m_list; }
    /// The line that says what was looked at.
    [[nodiscard]] QString coverageWords() const;
    /// Of the search, to be marked elsewhere too.
    [[nodiscard]] QList<SearchTerm> terms() const;

Q_SIGNALS:
    void hitChosen(salon::RoomId room, salon::Seq seq);
    void termsChanged();
    void returnWanted();
    void closeWanted();

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void layOut();
    void connectSearch();
    [[nodiscard]] bool listKey(int key);
    void look(bool atOnce);
    void showState();
    void choose(const QModelIndex &index);
    void goToHits();
    void applyLook();
    void retranslateUi();
    [[nodiscard]] QString emptyWords() const;

    Theme &m_theme;
    QPointer<Workspace> m_workspace;
    QPointer<MessageSearch> m_search;
    QPointer<SearchModel> m_model;
    ElidedLabel *m_title;
    IconButton *m_close;
    SearchField *m_field;
    QWidget *m_conditions; ///< buttons that begin one
    QList<QToolButton *> m_buttons;
    TextLabel *m_coverage;
    TextLabel *m_trouble;
    QListView *m_list;
    MessageListDelegate *m_delegate;
    EmptyState *m_empty;
    QPushButton *m_return;
    QBoxLayout *m_head;
    FlowLayout *m_flow;
    QString m_returnPlace;
};

} // namespace salon
