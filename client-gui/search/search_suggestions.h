// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "client-gui/widgets/pick_popup.h"
#include "shared/client-core/text/search_text.h"

#include <QCoreApplication>

#include <optional>

namespace salon {

class Workspace;

/// What a condition that is being typed may become: people, rooms, days, what a message has.
struct SearchSuggestion
{
    PickPopup::Row row{};
    QString value{}; ///< of the condition; empty: a day that is chosen in the calendar
};

/// The condition at the end of a text, "from:ma", its value still open.
struct OpenCondition
{
    SearchChip::Kind kind = SearchChip::Kind::From;
    qsizetype start = 0; ///< in the text
    QString typed{}; ///< of the value
};

class SearchSuggestions
{
    Q_DECLARE_TR_FUNCTIONS(salon::SearchSuggestions)

public:
    static constexpr int Most = 8;

    /// Nothing: no condition is being typed there. Its names are those that parseSearch() reads.
    [[nodiscard]] static std::optional<OpenCondition> openCondition(const QString &text, const Workspace &workspace);
    /// Best first, at most Most.
    [[nodiscard]] static QList<SearchSuggestion> of(const OpenCondition &condition, const Workspace &workspace);
};

/// The list of them, under the field. Never takes the focus.
class SuggestionPopup final : public PickPopup
{
    Q_OBJECT

public:
    SuggestionPopup(Theme &theme, QWidget *parent);

    /// Its upper left corner at `corner` (of the parent); hides without any.
    void offer(const QList<SearchSuggestion> &suggestions, QPoint corner, int width);
    void dismiss() { hide(); }
    /// Null: none.
    [[nodiscard]] const SearchSuggestion *chosen() const;

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslateUi();

    QList<SearchSuggestion> m_suggestions;
};

} // namespace salon
