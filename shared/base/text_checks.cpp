// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/base/text_checks.h"

#include "shared/base/text_limits.h"

#include <QTextBoundaryFinder>
#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace salon {
namespace {

namespace limits = text_limits;

qsizetype graphemeCount(const QString &text)
{
    QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, text);
    qsizetype count = 0;
    while (finder.toNextBoundary() != -1)
        ++count;
    return count;
}

bool isInvisible(char32_t c)
{
    return c == 0x115F || c == 0x1160 || c == 0x3164 || c == 0xFFA0 || c == 0x2800 || c == 0x034F || c == 0x17B4
        || c == 0x17B5 || (c >= 0x180B && c <= 0x180F) || (c >= 0xFE00 && c <= 0xFE0E)
        || (c >= 0xE0000 && c <= 0xE0FFF);
}

constexpr char32_t ZeroWidthJoiner = 0x200D;
constexpr char32_t ZeroWidthNonJoiner = 0x200C;
constexpr char32_t EmojiSelector = 0xFE0F;

bool isVisible(char32_t c)
{
    if (isInvisible(c) || c == EmojiSelector)
        return false;
    switch (QChar::category(c)) {
    case QChar::Other_Control:
    case QChar::Other_Format:
    case QChar::Other_Surrogate:
    case QChar::Other_PrivateUse:
    case QChar::Other_NotAssigned:
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph:
        return false;
    default:
        return true;
    }
}

bool isPictograph(char32_t c)
{
    return QChar::category(c) == QChar::Symbol_Other;
}

/// An emoji, which a skin tone may colour.
bool isEmojiPart(char32_t c)
{
    return isPictograph(c) || (c >= 0x1F3FB && c <= 0x1F3FF);
}

/// The joiner and the emoji selector are invisible too, but emoji like 👩‍💻 and ❤️ need them: allowed
/// exactly there.
bool isAllowedAt(const QList<uint> &name, qsizetype i)
{
    const auto at = [&](qsizetype j) {
        return j >= 0 && j < name.size() ? char32_t(name[j]) : U'\0';
    };
    if (at(i) == EmojiSelector)
        return isPictograph(at(i - 1));
    if (at(i) == ZeroWidthJoiner)
        return (isEmojiPart(at(i - 1)) || at(i - 1) == EmojiSelector) && isPictograph(at(i + 1));
    return isVisible(at(i));
}

struct NameRule
{
    qsizetype maxGraphemes;
    qsizetype maxBytes;
    ErrorCode error;
};

Result<QString> checkName(const QString &raw, const NameRule &rule)
{
    if (raw.size() > rule.maxBytes)
        return fail(rule.error, {}, { QString::number(rule.maxGraphemes) });
    const QString name = raw.simplified().normalized(QString::NormalizationForm_C);
    if (name.isEmpty() || !name.isValidUtf16())
        return fail(rule.error, {}, { QString::number(rule.maxGraphemes) });
    const QList<uint> code = name.toUcs4();
    qsizetype marks = limits::MaxCombiningMarks; // none may lead
    for (qsizetype i = 0; i < code.size(); ++i) {
        const bool isMark = QChar::isMark(code[i]) && code[i] != EmojiSelector;
        marks = isMark ? marks + 1 : 0;
        if (!isAllowedAt(code, i) || marks > limits::MaxCombiningMarks)
            return fail(rule.error, {}, { QString::number(rule.maxGraphemes) });
    }
    if (graphemeCount(name) > rule.maxGraphemes || name.toUtf8().size() > rule.maxBytes)
        return fail(rule.error, {}, { QString::number(rule.maxGraphemes) });
    return name;
}

Result<QString> checkOneLine(const QString &raw, qsizetype maxBytes, ErrorCode error)
{
    if (raw.size() > maxBytes || !raw.isValidUtf16())
        return fail(error, {}, { QString::number(maxBytes) });
    const QString line = raw.simplified();
    const auto bad = [](char32_t c) {
        return c != ZeroWidthJoiner && c != ZeroWidthNonJoiner && c != EmojiSelector && !isVisible(c);
    };
    const auto code = line.toUcs4();
    if (line.toUtf8().size() > maxBytes || std::any_of(code.begin(), code.end(), bad))
        return fail(error, {}, { QString::number(maxBytes) });
    return line;
}

QString withoutControls(QString text)
{
    text.replace("\r\n"_L1, "\n"_L1);
    for (QChar &c : text) {
        const ushort code = c.unicode();
        if (c == u'\r')
            c = u'\n';
        else if ((code < 0x20 && c != u'\n' && c != u'\t') || (code >= 0x7f && code < 0xa0))
            c = QChar::ReplacementCharacter;
    }
    return text;
}

} // namespace

Result<QString> checkMessageText(const QString &text)
{
    if (!text.isValidUtf16())
        return fail(ErrorCode::InvalidText);
    if (text.trimmed().isEmpty())
        return fail(ErrorCode::EmptyText);
    const QString clean = withoutControls(text);
    const qsizetype bytes = clean.toUtf8().size();
    if (bytes > limits::MaxTextBytes) {
        return fail(ErrorCode::TextTooLong, {}, { QString::number(bytes), QString::number(limits::MaxTextBytes) });
    }
    qsizetype lines = 0;
    for (const QStringView line : QStringView(clean).split(u'\n')) {
        if (line.size() > limits::MaxLineChars)
            return fail(ErrorCode::LineTooLong, {}, { QString::number(limits::MaxLineChars) });
        ++lines;
    }
    if (lines > limits::MaxLines)
        return fail(ErrorCode::TooManyLines, {}, { QString::number(limits::MaxLines) });
    return clean;
}

Result<QString> checkLogin(const QString &login)
{
    static constexpr std::array reserved{ "admin"_L1, "server"_L1, "system"_L1, "everyone"_L1, "here"_L1, "room"_L1,
        "salon"_L1, "serveur"_L1, "root"_L1, "all"_L1 };
    const QString folded = login.trimmed().toLower();
    const auto letterOrDigit = [](QChar c) {
        return (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9');
    };
    const auto allowed = [&](QChar c) {
        return letterOrDigit(c) || c == u'.' || c == u'_' || c == u'-';
    };
    if (folded.isEmpty() || folded.size() > limits::MaxLoginChars || !letterOrDigit(folded.front())
        || !std::all_of(folded.begin(), folded.end(), allowed)
        || std::find(reserved.begin(), reserved.end(), folded) != reserved.end())
        return fail(ErrorCode::InvalidLogin, {}, { QString::number(limits::MaxLoginChars) });
    return folded;
}

Result<QString> checkDisplayName(const QString &name)
{
    return checkName(
        name, { limits::MaxDisplayNameGraphemes, limits::MaxDisplayNameBytes, ErrorCode::InvalidDisplayName });
}

Result<QString> checkRoomName(const QString &name)
{
    return checkName(name, { limits::MaxRoomNameGraphemes, limits::MaxRoomNameBytes, ErrorCode::InvalidRoomName });
}

Result<QString> checkTopic(const QString &topic)
{
    return checkOneLine(topic, limits::MaxTopicBytes, ErrorCode::InvalidTopic);
}

Result<QString> checkStatusText(const QString &text)
{
    return checkOneLine(text, limits::MaxStatusBytes, ErrorCode::InvalidStatusText);
}

Result<QString> checkPassword(const QString &password)
{
    QString normalized = password.normalized(QString::NormalizationForm_C);
    for (QChar &c : normalized) {
        if (c.category() == QChar::Separator_Space)
            c = u' '; // RFC 8265 §4.2.2: a no-break space typed by a French keyboard is a space
    }
    const qsizetype bytes = normalized.toUtf8().size();
    if (bytes < limits::MinPasswordBytes)
        return fail(ErrorCode::PasswordTooShort, {}, { QString::number(limits::MinPasswordBytes) });
    if (bytes > limits::MaxPasswordBytes)
        return fail(ErrorCode::PasswordTooLong, {}, { QString::number(limits::MaxPasswordBytes) });
    return normalized;
}

} // namespace salon
