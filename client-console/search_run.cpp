// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-console/search_run.h"

namespace salon::console {

void whenSearched(Workspace &workspace, const SearchQuery &query, AwaitedAnswers &answers,
    const std::function<void(MessageSearch &search)> &then)
{
    MessageSearch *search = workspace.makeSearch(&answers);
    answers.begin();
    const auto ends = [search, &answers, then](bool busy) {
        if (busy)
            return;
        QObject::disconnect(search, nullptr, &answers, nullptr);
        search->deleteLater();
        then(*search);
        answers.end();
    };
    search->setQuery(query, true);
    if (search->isBusy())
        QObject::connect(search, &MessageSearch::busyChanged, &answers, ends);
    else
        ends(false);
}

} // namespace salon::console
