// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/search/search_folding.h"
#include "shared/search/search_words.h"

#include <cstdlib>

// The first line is what somebody looks for, the rest a message: both UTF-8, or not.

using namespace salon;

namespace {

void require(bool holds)
{
    if (!holds)
        std::abort();
}

bool isPlain(const QString &word)
{
    return !word.isEmpty() && !word.contains(u'"') && !word.contains(u' ') && !word.contains(u'*')
        && !word.contains(QChar(0));
}

void checkWords(const QString &text)
{
    qsizetype last = 0;
    for (const FoldedWord &word : foldedWords(text)) {
        require(isPlain(word.word));
        require(word.start >= last && word.length > 0 && word.start + word.length <= text.size());
        last = word.start;
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray input(reinterpret_cast<const char *>(data), qsizetype(size));
    const qsizetype end = input.indexOf('\n');
    const QString query = QString::fromUtf8(end < 0 ? input : input.first(end));
    const QString text = end < 0 ? QString() : QString::fromUtf8(input.sliced(end + 1));
    checkWords(query);
    checkWords(text);
    const QList<SearchTerm> terms = searchTerms(query);
    require(terms.size() <= MaxSearchTerms);
    for (const SearchTerm &term : terms) {
        require(!term.words.isEmpty() && term.words.size() <= MaxTermWords);
        for (const QString &word : term.words)
            require(isPlain(word));
    }
    qsizetype behind = 0;
    for (const TextRange &range : matchesIn(text, terms)) {
        require(range.start >= behind && range.length > 0);
        behind = range.start + range.length;
        require(behind <= text.size());
    }
    (void)matchesTerms(text, terms);
    (void)hasLink(text);
    return 0;
}
