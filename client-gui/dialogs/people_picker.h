// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/base/ids.h"
#include "shared/base/result.h"

#include <QSet>
#include <QTimer>
#include <QWidget>

class QLineEdit;
class QListView;
class QScrollArea;

namespace salon {

class FormField;
class PickModel;
class TextLabel;
class Theme;
class Workspace;
struct PeopleList;

/// Chooses people of a server: a field that searches while one types, those found, those chosen as chips between them.
/// Enter takes the first one found, Backspace in the empty field gives the last one back.
class PeoplePicker : public QWidget
{
    Q_OBJECT

public:
    /// At most `limit` people. The workspace must outlive this.
    PeoplePicker(Theme &theme, Workspace &workspace, int limit, QWidget *parent = nullptr);
    ~PeoplePicker() override;

    void setLabel(const QString &label);
    /// Not offered, beside oneself.
    void setExcluded(const QSet<AccountId> &people);
    [[nodiscard]] QList<AccountId> chosen() const;
    /// Takes or gives back.
    void toggle(AccountId person);
    void setVisibleRows(int rows);
    [[nodiscard]] QLineEdit &searchField() const { return *m_search; }

Q_SIGNALS:
    void chosenChanged();
    /// Enter in the empty field, with somebody chosen: the person is done.
    void finished();

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void search();
    void found(const Result<PeopleList> &people);
    void enterPressed();
    void showChips();
    void fitChips();
    void showNote();
    void retranslateUi();
    void applyTheme();

    Theme &m_theme;
    Workspace &m_workspace;
    int m_limit;
    int m_rows = 5;
    QSet<AccountId> m_excluded;
    QLineEdit *m_search;
    FormField *m_field;
    QScrollArea *m_chipArea;
    QWidget *m_chips;
    QListView *m_list;
    PickModel *m_model;
    TextLabel *m_note;
    QTimer m_typed;
    int m_generation = 0;
    int m_leftOut = 0; ///< found, but not offered
    bool m_hasMore = false;
    std::optional<Error> m_error;
};

} // namespace salon
