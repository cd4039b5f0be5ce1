// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/search/search_folding.h"

#include <QChar>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace salon {
namespace {

/// What lies between two letters of a word without ending it.
bool isInvisible(char32_t c)
{
    constexpr char32_t ArabicTatweel = 0x0640;
    return QChar::category(c) == QChar::Other_Format || c == ArabicTatweel;
}

/// An accent or point, without which people write and look for words too. In other scripts (Devanagari, Thai …) marks
/// are letters, and so are the voicing marks of Japanese.
bool isAccent(char32_t c)
{
    const QChar::Category category = QChar::category(c);
    if (category != QChar::Mark_NonSpacing && category != QChar::Mark_Enclosing)
        return false;
    constexpr char32_t VoicedMark = 0x3099;
    constexpr char32_t SemiVoicedMark = 0x309A;
    switch (QChar::script(c)) {
    case QChar::Script_Inherited:
        return c != VoicedMark && c != SemiVoicedMark;
    case QChar::Script_Hebrew:
    case QChar::Script_Arabic:
    case QChar::Script_Syriac:
    case QChar::Script_Cyrillic:
    case QChar::Script_Greek:
        return true;
    default:
        return false;
    }
}

bool isMark(char32_t c)
{
    const QChar::Category category = QChar::category(c);
    return category == QChar::Mark_NonSpacing || category == QChar::Mark_SpacingCombining;
}

bool isLetterOrDigit(char32_t c)
{
    return QChar::isLetterOrNumber(c);
}

/// Each character is a word: people do not put spaces between words there, or symbols mean something by themselves.
bool standsAlone(char32_t c)
{
    if (QChar::category(c) == QChar::Symbol_Other)
        return true;
    switch (QChar::script(c)) {
    case QChar::Script_Han:
    case QChar::Script_Hiragana:
    case QChar::Script_Katakana:
    case QChar::Script_Hangul:
    case QChar::Script_Bopomofo:
    case QChar::Script_Yi:
    case QChar::Script_Thai:
    case QChar::Script_Lao:
    case QChar::Script_Khmer:
    case QChar::Script_Myanmar:
    case QChar::Script_Tibetan:
        return QChar::isLetterOrNumber(c);
    default:
        return false;
    }
}

/// Letters that Unicode does not take apart but people write as these.
QLatin1StringView plainForm(char32_t c)
{
    switch (c) {
    case 0x00DF: // ß
        return "ss"_L1;
    case 0x00E6: // æ
        return "ae"_L1;
    case 0x0153: // œ
        return "oe"_L1;
    case 0x00F8: // ø
        return "o"_L1;
    case 0x0142: // ł
        return "l"_L1;
    case 0x0111: // đ
    case 0x00F0: // ð
        return "d"_L1;
    case 0x00FE: // þ
        return "th"_L1;
    case 0x0127: // ħ
        return "h"_L1;
    case 0x0131: // ı
        return "i"_L1;
    case 0x0167: // ŧ
        return "t"_L1;
    case 0x014B: // ŋ
        return "n"_L1;
    default:
        return {};
    }
}

/// The same letter as people type it elsewhere.
char32_t commonForm(char32_t c)
{
    switch (c) {
    case 0x03C2: // final sigma
        return 0x03C3;
    case 0x0649: // alef maksura
    case 0x06CC: // Farsi yeh
        return 0x064A;
    case 0x0629: // ta marbuta
    case 0x06C1: // heh goal
        return 0x0647;
    case 0x06A9: // keheh
        return 0x0643;
    default:
        return c;
    }
}

void append(QString &word, char32_t c)
{
    word += QChar::fromUcs4(c);
}

/// The folded letters of one character of the text: none for accents and what is invisible.
QString foldedCharacter(char32_t c)
{
    if (c < 0x80)
        return QString(QChar(char16_t(c)).toLower());
    const QString parts = QString::fromUcs4(&c, 1).normalized(QString::NormalizationForm_KD).toLower();
    QString folded;
    for (const char32_t part : parts.toUcs4()) {
        if (isAccent(part) || isInvisible(part))
            continue;
        if (const QLatin1StringView plain = plainForm(part); !plain.isEmpty())
            folded += plain;
        else
            append(folded, commonForm(part));
    }
    return folded.normalized(QString::NormalizationForm_C); // Korean syllables, voiced Japanese
}

/// Puts words together from what the characters of a text give.
class WordCollector
{
public:
    WordCollector(QList<FoldedWord> &words, qsizetype limit)
        : m_words(words)
        , m_limit(limit)
    {
    }

    void take(char32_t c, qsizetype start, qsizetype length)
    {
        if (isInvisible(c) || isAccent(c))
            return extend(start, length);
        if (isMark(c) || QChar::category(c) == QChar::Symbol_Modifier)
            return takeMark(c, start, length);
        if (standsAlone(c)) {
            end();
            for (const char32_t part : foldedCharacter(c).toUcs4())
                takePart(part, start, length);
            m_after = m_words.isEmpty() ? -1 : m_words.size() - 1;
            return;
        }
        bool isWord = false;
        for (const char32_t part : foldedCharacter(c).toUcs4())
            isWord = takePart(part, start, length) || isWord;
        if (!isWord)
            end();
    }
    void end()
    {
        if (!m_word.word.isEmpty())
            put(std::exchange(m_word, {}));
        m_after = -1;
    }
    [[nodiscard]] bool isFull() const { return m_words.size() >= m_limit; }

private:
    /// False: it belongs to no word.
    bool takePart(char32_t part, qsizetype start, qsizetype length)
    {
        if (standsAlone(part)) {
            end();
            put({ QString::fromUcs4(&part, 1), start, length });
            return true;
        }
        if (!isLetterOrDigit(part) && !isMark(part)) {
            end();
            return false;
        }
        if (m_word.word.isEmpty())
            m_word.start = start;
        m_after = -1;
        if (m_word.word.size() < MaxFoldedWord)
            append(m_word.word, part);
        m_word.length = start + length - m_word.start;
        return true;
    }
    /// A vowel sign and the like: part of the word that it follows.
    void takeMark(char32_t c, qsizetype start, qsizetype length)
    {
        if (m_after >= 0) {
            FoldedWord &word = m_words[m_after];
            const bool changesIt = isMark(c) && word.word.size() < MaxFoldedWord;
            if (changesIt) {
                append(word.word, c);
                word.word = word.word.normalized(QString::NormalizationForm_C);
            }
            word.length = start + length - word.start;
        } else if (!m_word.word.isEmpty()) {
            if (isMark(c) && m_word.word.size() < MaxFoldedWord)
                append(m_word.word, c);
            m_word.length = start + length - m_word.start;
        }
    }
    void extend(qsizetype start, qsizetype length)
    {
        if (m_after >= 0)
            m_words[m_after].length = start + length - m_words[m_after].start;
        else if (!m_word.word.isEmpty())
            m_word.length = start + length - m_word.start;
    }
    void put(const FoldedWord &word)
    {
        if (!isFull())
            m_words.append(word);
    }

    QList<FoldedWord> &m_words;
    qsizetype m_limit;
    FoldedWord m_word;
    qsizetype m_after = -1; ///< the word that stands alone right before; -1: none
};

} // namespace

QList<FoldedWord> foldedWords(QStringView text, qsizetype limit)
{
    QList<FoldedWord> words;
    WordCollector collector(words, limit);
    for (qsizetype i = 0; i < text.size() && !collector.isFull();) {
        const bool isPair = text[i].isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate();
        const char32_t c = isPair ? QChar::surrogateToUcs4(text[i], text[i + 1]) : text[i].unicode();
        const qsizetype length = isPair ? 2 : 1;
        if (QChar::isSurrogate(c))
            collector.end();
        else
            collector.take(c, i, length);
        i += length;
    }
    collector.end();
    return words;
}

} // namespace salon
