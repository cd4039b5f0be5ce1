// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/markup/emoji/emoji_catalogue.h"

#include <QFile>
#include <algorithm>

using namespace Qt::StringLiterals;

// Outside of any namespace, as the macro wants it. The library is linked statically.
static void initEmojiResource()
{
    Q_INIT_RESOURCE(emoji);
}

namespace salon {
namespace {

constexpr QChar Selector(0xFE0F);
constexpr int NoMatch = -1;
constexpr qsizetype MaxShortcodeChars = 80;

QString bare(QString sequence)
{
    return sequence.remove(Selector);
}

/// Without case, accents and signs: "Cœur_rouge" -> "coeur rouge".
QString folded(const QString &text)
{
    QString result;
    result.reserve(text.size() + 2);
    const bool isAscii = std::ranges::all_of(text, [](QChar c) { return c.unicode() < 0x80; });
    const QString plain = isAscii ? text : text.normalized(QString::NormalizationForm_KD);
    for (const QChar c : plain) {
        if (c == u'œ' || c == u'Œ')
            result += "oe"_L1;
        else if (c.isLetterOrNumber() || c.isSurrogate() || c == u'+' || c == u'-')
            result += c.toLower();
        else if (!c.isMark())
            result += u' ';
    }
    return result.simplified();
}

/// The skin tone in a sequence, empty if there is none.
QString toneIn(const QString &sequence)
{
    for (qsizetype i = 0; i + 1 < sequence.size(); ++i) {
        if (sequence[i] == QChar(0xD83C) && sequence[i + 1] >= QChar(0xDFFB))
            return sequence.mid(i, 2);
    }
    return {};
}

bool allBegin(const QStringList &words, const QString &text, const QString &moreText)
{
    return std::ranges::all_of(
        words, [&](const QString &word) { return text.contains(word) || moreText.contains(word); });
}

bool isShortcodeChar(QChar c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9') || c == u'_' || c == u'+'
        || c == u'-';
}

/// Where the code ends that begins at `at` with backticks, as Markdown has it; past the backticks if it does not end.
qsizetype endOfCode(QStringView text, qsizetype at)
{
    qsizetype open = at;
    while (open < text.size() && text[open] == u'`')
        ++open;
    for (qsizetype i = open; i < text.size();) {
        qsizetype end = i;
        while (end < text.size() && text[end] == u'`')
            ++end;
        if (end - i == open - at)
            return end;
        i = end + 1;
    }
    return open;
}

} // namespace

EmojiCatalogue::EmojiCatalogue() = default;

EmojiCatalogue::~EmojiCatalogue() = default;

EmojiCatalogue::Table &EmojiCatalogue::table() const
{
    if (!m_table)
        m_table = std::make_unique<Table>();
    return *m_table;
}

EmojiCatalogue::Table::Table()
{
    initEmojiResource();
    QFile file(u":/emoji/emoji.tsv"_s);
    if (!file.open(QIODevice::ReadOnly))
        return;
    const QString table = QString::fromUtf8(file.readAll());
    for (const QStringView line : QStringView(table).split(u'\n')) {
        QStringList cells;
        for (const QStringView cell : line.split(u'\t'))
            cells.append(cell.toString());
        readLine(cells);
    }
}

void EmojiCatalogue::Table::readLine(const QStringList &cells)
{
    const QString &kind = cells.front();
    if (kind == "G"_L1 && cells.size() == 4)
        groups.append({ cells[2], cells[3] });
    else if (kind == "T"_L1 && cells.size() == 4)
        tones.insert(cells[1], { cells[2], cells[3] });
    else if (kind == "E"_L1 && (cells.size() == 8 || cells.size() == 9))
        readEmoji(cells);
}

void EmojiCatalogue::Table::readEmoji(const QStringList &cells)
{
    const qsizetype index = all.size();
    const int group = std::clamp(cells[2].toInt(), 0, EmojiGroupCount - 1);
    Emoji emoji{ cells[1], EmojiGroup(group), cells[3], cells[4], cells[7].split(u' ', Qt::SkipEmptyParts),
        cells.value(8).split(u' ', Qt::SkipEmptyParts) };
    for (const QString &code : std::as_const(emoji.shortcodes))
        byShortcode.insert(code, index);
    bySequence.insert(bare(emoji.sequence), index);
    for (const QString &variant : std::as_const(emoji.skinTones))
        bySequence.insert(bare(variant), index);
    all.append(std::move(emoji));
    keywords.append({ cells[5], cells[6] });
}

void EmojiCatalogue::Table::prepareSearch()
{
    if (!searched.isEmpty())
        return;
    searched.reserve(all.size());
    for (qsizetype i = 0; i < all.size(); ++i) {
        const Emoji &emoji = all[i];
        Searched words{ { u' ' + folded(emoji.nameEn), u' ' + folded(keywords[i].english) },
            { u' ' + folded(emoji.nameFr), u' ' + folded(keywords[i].french) }, {} };
        for (const QString &code : emoji.shortcodes)
            words.shortcodes.append(u' ' + folded(code));
        searched.append(std::move(words));
    }
}

QList<Emoji> EmojiCatalogue::inGroup(EmojiGroup group) const
{
    QList<Emoji> members;
    std::ranges::copy_if(
        table().all, std::back_inserter(members), [group](const Emoji &emoji) { return emoji.group == group; });
    return members;
}

QString EmojiCatalogue::groupName(EmojiGroup group, QLocale::Language language) const
{
    const Labels labels = table().groups.value(qsizetype(group));
    return language == QLocale::French ? labels.french : labels.english;
}

const Emoji *EmojiCatalogue::find(const QString &sequence) const
{
    const auto found = table().bySequence.constFind(bare(sequence));
    return found == table().bySequence.cend() ? nullptr : &table().all[*found];
}

QString EmojiCatalogue::nameOf(const QString &sequence, QLocale::Language language) const
{
    const Emoji *emoji = find(sequence);
    if (!emoji)
        return sequence;
    const auto tone = table().tones.constFind(toneIn(sequence));
    if (tone == table().tones.cend())
        return emoji->name(language);
    return language == QLocale::French ? emoji->nameFr + u"\u00A0: "_s + tone->french
                                       : emoji->nameEn + u": "_s + tone->english;
}

QString EmojiCatalogue::fromShortcode(const QString &shortcode) const
{
    QString code = shortcode.toLower();
    if (code.size() > 2 && code.startsWith(u':') && code.endsWith(u':'))
        code = code.mid(1, code.size() - 2);
    const auto found = table().byShortcode.constFind(code);
    return found == table().byShortcode.cend() ? QString() : table().all[*found].sequence;
}

QString EmojiCatalogue::withEmoji(const QString &text) const
{
    QString result;
    qsizetype copied = 0;
    const QStringView view(text);
    for (qsizetype at = 0; at < text.size(); ++at) {
        if (text[at] == u'`') {
            at = endOfCode(view, at) - 1;
            continue;
        }
        const QChar before = at > copied ? text[at - 1] : QChar(u' '); // also behind another emoji
        if (text[at] != u':' || before.isLetterOrNumber() || before == u':' || before == u'/')
            continue;
        qsizetype end = at + 1;
        while (end < text.size() && end - at <= MaxShortcodeChars && isShortcodeChar(text[end]))
            ++end;
        const bool isClosed
            = end < text.size() && text[end] == u':' && (end + 1 == text.size() || !text[end + 1].isLetterOrNumber());
        const QString emoji = isClosed ? fromShortcode(text.mid(at + 1, end - at - 1)) : QString();
        if (emoji.isEmpty())
            continue;
        result.append(view.sliced(copied, at - copied)).append(emoji);
        copied = end + 1;
        at = end;
    }
    return result.append(view.sliced(copied));
}

int EmojiCatalogue::rank(const Searched &emoji, const QStringList &words, QLocale::Language language)
{
    enum Rank
    {
        Whole,
        Beginning,
        WordsOfName,
        Keywords,
        OtherLanguage
    };
    const bool isFrench = language == QLocale::French;
    const Words &own = isFrench ? emoji.french : emoji.english;
    const Words &other = isFrench ? emoji.english : emoji.french;
    const QString typed = words.join(QString());
    int best = NoMatch;
    const auto improve = [&best](int found) {
        best = best == NoMatch ? found : std::min(best, found);
    };
    for (const QString &name : QStringList{ own.name } + emoji.shortcodes) {
        if (name == typed)
            improve(Whole);
        else if (name.startsWith(typed))
            improve(Beginning);
        else if (allBegin(words, name, {}))
            improve(WordsOfName);
    }
    if (best == NoMatch && allBegin(words, own.name, own.keywords))
        improve(Keywords);
    if (best == NoMatch && allBegin(words, other.name, other.keywords))
        improve(OtherLanguage);
    return best;
}

QList<Emoji> EmojiCatalogue::search(const QString &text, QLocale::Language language, int limit) const
{
    QStringList words;
    for (const QString &word : folded(text).split(u' ', Qt::SkipEmptyParts))
        words.append(u' ' + word);
    if (words.isEmpty() || limit <= 0)
        return {};
    table().prepareSearch();
    QList<std::pair<int, qsizetype>> found; // rank, index
    for (qsizetype i = 0; i < table().searched.size(); ++i) {
        if (const int rank = EmojiCatalogue::rank(table().searched[i], words, language); rank != NoMatch)
            found.append({ rank, i });
    }
    std::ranges::sort(found);
    found.resize(std::min<qsizetype>(found.size(), limit));
    QList<Emoji> best;
    for (const auto &[rank, index] : std::as_const(found))
        best.append(table().all[index]);
    return best;
}

} // namespace salon
