// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-console/wrapped_lines.h"

#include <QStringList>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace salon::console {
namespace {

constexpr int FewestColumns = 20; ///< below, a terminal breaks as it likes
constexpr int UsualHang = 2;
constexpr qsizetype LongestStamp = 16; ///< "[12:34 PM] " and "[12] " are ones

/// What is printed as one: a character, or a control sequence.
struct Atom
{
    QString text;
    int columns = 0;
    bool isSequence = false;
};

QList<Atom> atomsOf(const QString &line, const std::function<int(char32_t)> &width)
{
    QList<Atom> atoms;
    for (qsizetype at = 0; at < line.size();) {
        qsizetype end = at + 1;
        if (line[at] == u'\x1b') {
            while (end < line.size() && (end == at + 1 || line[end] < u'@'))
                ++end;
            end = std::min(end + 1, line.size());
            atoms.append({ line.sliced(at, end - at), 0, true });
        } else {
            const bool isPair = line[at].isHighSurrogate() && end < line.size() && line[end].isLowSurrogate();
            const char32_t c = isPair ? QChar::surrogateToUcs4(line[at], line[end]) : line[at].unicode();
            end += isPair ? 1 : 0;
            atoms.append({ line.sliced(at, end - at), std::max(0, width(c)), false });
        }
        at = end;
    }
    return atoms;
}

/// What stands in front of the second and later rows of a line.
QString hangOf(const QList<Atom> &atoms)
{
    QString shown;
    for (const Atom &atom : atoms)
        shown += atom.isSequence ? QString() : atom.text;
    qsizetype at = 0;
    while (at < shown.size() && shown[at] == u' ')
        ++at;
    QString hang(at, u' ');
    for (; QStringView(shown).sliced(at).startsWith(u"│ "); at += 2)
        hang += u"│ "_s;
    if (QStringView(shown).sliced(at).startsWith(u"• "))
        return hang + u"  "_s;
    const qsizetype stamp = shown.indexOf(u"] "_s, at);
    if (at < shown.size() && shown[at] == u'[' && stamp > 0 && stamp - at < LongestStamp)
        return hang + QString(stamp + 2 - at, u' ');
    return hang.isEmpty() ? QString(UsualHang, u' ') : hang;
}

/// Visible, and of the kinds of characters that addresses are made of: blanks of any sort are not, since they would
/// push what follows them to the edge of the next row.
bool isOfAddresses(QChar c)
{
    constexpr QStringView Fillers = u"\u115f\u1160\u3164\uffa0"; // letters by name, blank to the eye
    if (c.unicode() < 0x80)
        return c > u' ' && c.unicode() < 0x7f;
    return (c.isLetterOrNumber() && !Fillers.contains(c)) || c.isMark() || c.isPunct();
}

bool isAddress(QStringView word)
{
    const auto opens = [](QChar c) {
        return c.category() == QChar::Punctuation_Open || c.category() == QChar::Punctuation_InitialQuote
            || QStringView(u"<\"'").contains(c);
    };
    if (!std::ranges::all_of(word, isOfAddresses))
        return false;
    while (!word.isEmpty() && opens(word.front()))
        word = word.sliced(1);
    return word.startsWith("https://"_L1) || word.startsWith("http://"_L1) || word.startsWith("salon://"_L1);
}

/// Fills rows, word by word.
class Rows
{
public:
    Rows(int columns, const QString &hang)
        : m_columns(columns)
        , m_hang(hang.size() > columns / 2 ? QString(UsualHang, u' ') : hang)
    {
    }

    void addWord(const QList<Atom> &word)
    {
        int columns = 0;
        QString text;
        for (const Atom &atom : word) {
            columns += atom.columns;
            text += atom.isSequence ? QString() : atom.text;
        }
        const bool fitsARow = columns <= m_columns - int(m_hang.size());
        if (m_used + columns > m_columns && m_used > m_start && fitsARow)
            startRow();
        const bool staysWhole = !fitsARow && isAddress(text);
        for (const Atom &atom : word) {
            if (!staysWhole && m_used + atom.columns > m_columns)
                startRow();
            put(atom);
        }
        if (staysWhole)
            m_used %= m_columns;
    }
    /// Between two words, unless a row ends there.
    void addSpace(const Atom &space)
    {
        if (m_used + space.columns < m_columns)
            put(space);
        else
            m_used = m_columns;
    }
    [[nodiscard]] QString text() const { return m_text; }

private:
    void put(const Atom &atom)
    {
        m_text += atom.text;
        m_used += atom.columns;
        if (!atom.isSequence)
            return;
        if (atom.text == "\x1b[0m"_L1 || atom.text == "\x1b[m"_L1)
            m_style.clear();
        else
            m_style += atom.text;
    }
    void startRow()
    {
        while (m_text.endsWith(u' '))
            m_text.chop(1);
        m_text += (m_style.isEmpty() ? u"\n"_s : u"\x1b[0m\n"_s) + m_hang + m_style;
        m_used = m_start = int(m_hang.size());
    }

    int m_columns;
    QString m_hang;
    QString m_text;
    QString m_style; ///< sequences that hold at the end
    int m_used = 0;
    int m_start = 0; ///< columns of the row that the hang takes
};

QString wrappedLine(const QString &line, int columns, const std::function<int(char32_t)> &width)
{
    const QList<Atom> atoms = atomsOf(line, width);
    Rows rows(columns, hangOf(atoms));
    QList<Atom> word;
    for (const Atom &atom : atoms) {
        if (atom.text != " "_L1) {
            word.append(atom);
            continue;
        }
        rows.addWord(std::exchange(word, {}));
        rows.addSpace(atom);
    }
    rows.addWord(word);
    return rows.text();
}

} // namespace

QString wrappedLines(const QString &text, int columns, const std::function<int(char32_t)> &width)
{
    if (columns < FewestColumns)
        return text;
    QStringList lines = text.split(u'\n');
    for (QString &line : lines)
        line = wrappedLine(line, columns, width);
    return lines.join(u'\n');
}

} // namespace salon::console
