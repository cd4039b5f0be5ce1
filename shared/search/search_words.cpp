// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/search/search_words.h"

#include "shared/search/search_folding.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace salon {
namespace {

bool isQuotationMark(QChar c)
{
    return c == u'"' || c == u'\u201C' || c == u'\u201D' || c == u'\u201E' || c == u'\u00AB' || c == u'\u00BB';
}

/// The words of `piece` as one term; none for signs alone.
SearchTerm termOf(QStringView piece, bool isPrefix)
{
    SearchTerm term;
    for (const FoldedWord &word : foldedWords(piece, MaxTermWords))
        term.words.append(word.word);
    // "don't" ends in a letter; in "C++" nothing more is to come of the word.
    term.isPrefix = isPrefix && !term.words.isEmpty()
        && (piece.last().isLetterOrNumber() || piece.last().isMark() || piece.last().isSurrogate());
    return term;
}

void addTerm(QList<SearchTerm> &terms, QStringView piece, bool isPrefix)
{
    if (terms.size() >= MaxSearchTerms)
        return;
    const SearchTerm term = termOf(piece, isPrefix);
    if (!term.words.isEmpty() && !terms.contains(term))
        terms.append(term);
}

/// How many words from `at` on are the term; 0: they are not.
qsizetype matchAt(const QList<FoldedWord> &words, qsizetype at, const SearchTerm &term)
{
    const qsizetype count = term.words.size();
    if (count == 0 || at + count > words.size())
        return 0;
    for (qsizetype i = 0; i < count; ++i) {
        const QString &wanted = term.words[i];
        const QString &word = words[at + i].word;
        const bool fits = term.isPrefix && i == count - 1 ? word.startsWith(wanted) : word == wanted;
        if (!fits)
            return 0;
    }
    return count;
}

} // namespace

QList<SearchTerm> searchTerms(const QString &query)
{
    QList<SearchTerm> terms;
    const QStringView text = query;
    for (qsizetype at = 0; at < text.size() && terms.size() < MaxSearchTerms;) {
        if (isQuotationMark(text[at])) {
            qsizetype end = at + 1;
            while (end < text.size() && !isQuotationMark(text[end]))
                ++end;
            addTerm(terms, text.sliced(at + 1, end - at - 1), end == text.size());
            at = end + 1;
            continue;
        }
        qsizetype end = at;
        while (end < text.size() && !text[end].isSpace() && !isQuotationMark(text[end]))
            ++end;
        if (end > at)
            addTerm(terms, text.sliced(at, end - at), end == text.size());
        at = std::max(end, at + (end == at ? 1 : 0));
    }
    return terms;
}

SearchTerm nameTerm(const QString &name)
{
    return termOf(name, true);
}

bool matchesTerms(const QString &text, const QList<SearchTerm> &terms)
{
    const QList<FoldedWord> words = foldedWords(text);
    return std::ranges::all_of(terms, [&](const SearchTerm &term) {
        for (qsizetype at = 0; at < words.size(); ++at) {
            if (matchAt(words, at, term) > 0)
                return true;
        }
        return false;
    });
}

QList<TextRange> matchesIn(const QString &text, const QList<SearchTerm> &terms, qsizetype limit)
{
    const QList<FoldedWord> words = foldedWords(text);
    QList<TextRange> ranges;
    for (qsizetype at = 0; at < words.size() && ranges.size() < limit;) {
        qsizetype longest = 0;
        for (const SearchTerm &term : terms)
            longest = std::max(longest, matchAt(words, at, term));
        if (longest > 0) {
            const qsizetype start = words[at].start;
            const FoldedWord &last = words[at + longest - 1];
            // Two characters of one ligature are two words at one place.
            if (ranges.isEmpty() || start >= ranges.last().start + ranges.last().length)
                ranges.append({ start, last.start + last.length - start });
        }
        at += std::max(longest, qsizetype(1));
    }
    return ranges;
}

bool hasLink(const QString &text)
{
    for (const QLatin1StringView scheme : { "http://"_L1, "https://"_L1, "salon://"_L1, "www."_L1 }) {
        for (qsizetype at = text.indexOf(scheme, 0, Qt::CaseInsensitive); at >= 0;
             at = text.indexOf(scheme, at + 1, Qt::CaseInsensitive)) {
            const qsizetype end = at + scheme.size();
            const bool begins = at == 0 || !text[at - 1].isLetterOrNumber();
            if (begins && end < text.size() && text[end].isLetterOrNumber())
                return true;
        }
    }
    return false;
}

} // namespace salon
