// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/base/text_checks.h"
#include "shared/base/text_limits.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace salon;

namespace {

namespace limits = text_limits;

/// Texts of the kind that the big lists of naughty strings collect; written for this project.
const QList<QString> &naughtyTexts()
{
    static const QList<QString> texts{ u"undefined"_s, u"NULL"_s, u"-1E+02"_s, u"'; DROP TABLE rooms; --"_s,
        u"<script>alert(1)</script>"_s, u"%s%n%x"_s, u"../../etc/passwd"_s, u"$(rm -rf /)"_s, u"{{7*7}}"_s,
        u"Ω≈ç√∫˜µ≤≥÷"_s, u"田中さん"_s, u"مرحبا بالعالم"_s, u"שלום"_s, u"❤️ 💔 👩‍💻 🏳️‍🌈"_s,
        u"Z̮̞̠͙͔ͅḀ̗̞͈̻̗Ḷ͙͎̯̹̞͓G̻O̭̗̮"_s, u"\u202Etest\u202C"_s, u"\uFEFFbom"_s, u"a\u200Bb"_s, u"ﷺ"_s, u"\U0001F1EB\U0001F1F7"_s,
        u"ÅÍÎÏ˝ÓÔÒÚÆ☃"_s };
    return texts;
}

template <class Checked>
ErrorCode codeOf(const Result<Checked> &result)
{
    return result ? ErrorCode(0) : result.error().code;
}

} // namespace

class TestTextChecks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void messagesMaySayAnything()
    {
        for (const QString &text : naughtyTexts()) {
            const auto checked = checkMessageText(text);
            QVERIFY2(checked, qPrintable(text));
            QCOMPARE(*checked, text);
            QCOMPARE(*checkMessageText(*checked), *checked);
        }
    }

    void messageText_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<ErrorCode>("error");
        QTest::addColumn<QString>("stored");
        const auto good = [](const char *what, const QString &text, const QString &stored) {
            QTest::newRow(what) << text << ErrorCode(0) << stored;
        };
        const auto bad = [](const char *what, const QString &text, ErrorCode error) {
            QTest::newRow(what) << text << error << QString();
        };
        good("CRLF", u"a\r\nb\rc\n"_s, u"a\nb\nc\n"_s);
        good("tab stays", u"a\tb"_s, u"a\tb"_s);
        good("spaces around stay", u"  code  "_s, u"  code  "_s);
        good("escape", u"\u001b[31m"_s, u"\uFFFD[31m"_s);
        good("NUL", u"a\0b"_s, u"a\uFFFDb"_s);
        good("C1 and DEL", u"\u0085\u009b\u007f"_s, u"\uFFFD\uFFFD\uFFFD"_s);
        good("not normalised", u"e\u0301"_s, u"e\u0301"_s);
        good("16 KiB", QString(limits::MaxLines, u'x').replace(u"x"_s, QString(31, u'a') + u'\n').chopped(1),
            QString(limits::MaxLines, u'x').replace(u"x"_s, QString(31, u'a') + u'\n').chopped(1));
        bad("nothing", QString(), ErrorCode::EmptyText);
        bad("white space", u" \t\r\n\u00A0\u2003"_s, ErrorCode::EmptyText);
        bad("high surrogate alone", QString(QChar(0xD83D)), ErrorCode::InvalidText);
        bad("low surrogate alone", u"a"_s + QChar(0xDE00) + u"b"_s, ErrorCode::InvalidText);
        bad("surrogates swapped", QString(QChar(0xDE00)) + QChar(0xD83D), ErrorCode::InvalidText);
    }
    void messageText()
    {
        QFETCH(QString, text);
        QFETCH(ErrorCode, error);
        QFETCH(QString, stored);
        const auto checked = checkMessageText(text);
        QCOMPARE(codeOf(checked), error);
        if (checked)
            QCOMPARE(*checked, stored);
    }

    void sixteenKibibytesAndNoMore()
    {
        // Lines of 999 two-byte letters and LF: 1999 bytes each.
        QString text;
        while (text.toUtf8().size() + 1999 <= limits::MaxTextBytes)
            text += QString(999, u'é') + u'\n';
        text += QString(limits::MaxTextBytes - text.toUtf8().size(), u'x');
        QCOMPARE(text.toUtf8().size(), limits::MaxTextBytes);
        QVERIFY(checkMessageText(text));
        const auto refused = checkMessageText(text + u'x');
        QCOMPARE(codeOf(refused), ErrorCode::TextTooLong);
        QCOMPARE(refused.error().params, (QStringList{ u"16385"_s, u"16384"_s }));
    }

    void theLimitHoldsForWhatIsStored()
    {
        // A control character becomes three bytes.
        const QString text = (QString(limits::MaxLineChars, u'\u0001') + u'\n').repeated(2);
        QCOMPARE(codeOf(checkMessageText(text)), ErrorCode::TextTooLong);
        // CRLF becomes one byte.
        QVERIFY(checkMessageText((QString(62, u'a') + u"\r\n"_s).repeated(256)));
    }

    void linesOfFourThousandAndNoMore()
    {
        const QString line(limits::MaxLineChars, u'a');
        QVERIFY(checkMessageText(line + u'\n' + line));
        const auto refused = checkMessageText(u"short\n"_s + line + u'a');
        QCOMPARE(codeOf(refused), ErrorCode::LineTooLong);
        QCOMPARE(refused.error().params, QStringList{ u"4000"_s });
    }

    void fiveHundredAndTwelveLinesAndNoMore()
    {
        QVERIFY(checkMessageText(QString(limits::MaxLines - 1, u'\n') + u'x'));
        const auto refused = checkMessageText(QString(limits::MaxLines, u'\n') + u'x');
        QCOMPARE(codeOf(refused), ErrorCode::TooManyLines);
        QCOMPARE(refused.error().params, QStringList{ u"512"_s });
    }

    void logins_data()
    {
        QTest::addColumn<QString>("login");
        QTest::addColumn<QString>("stored");
        const auto good = [](const QString &login, const QString &stored) {
            QTest::newRow(qPrintable(login)) << login << stored;
        };
        const auto bad = [](const char *what, const QString &login) {
            QTest::newRow(what) << login << QString();
        };
        good(u"marie"_s, u"marie"_s);
        good(u" Marie "_s, u"marie"_s);
        good(u"7of9"_s, u"7of9"_s);
        good(u"a.b_c-d"_s, u"a.b_c-d"_s);
        good(QString(32, u'z'), QString(32, u'z'));
        bad("33 characters", QString(33, u'z'));
        bad("nothing", QString());
        bad("leading dot", u".marie"_s);
        bad("leading dash", u"-marie"_s);
        bad("space inside", u"ma rie"_s);
        bad("accent", u"hélène"_s);
        bad("Cyrillic", u"mаrie"_s);
        bad("slash", u"a/b"_s);
        bad("at", u"@marie"_s);
        bad("NUL", u"a\0b"_s);
        bad("full-width", u"ｍａｒｉｅ"_s);
        for (const char *word : { "admin", "Server", "SYSTEM", "everyone", "here", "root" })
            bad(word, QString::fromLatin1(word));
    }
    void logins()
    {
        QFETCH(QString, login);
        QFETCH(QString, stored);
        const auto checked = checkLogin(login);
        QCOMPARE(checked.has_value(), !stored.isEmpty());
        if (checked) {
            QCOMPARE(*checked, stored);
            QCOMPARE(*checkLogin(*checked), stored);
        } else {
            QCOMPARE(checked.error(), (Error{ ErrorCode::InvalidLogin, {}, { u"32"_s } }));
        }
    }

    void names_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("stored");
        const auto good = [](const QString &name, const QString &stored = {}) {
            QTest::newRow(qPrintable(name)) << name << (stored.isEmpty() ? name : stored);
        };
        const auto bad = [](const char *what, const QString &name) {
            QTest::newRow(what) << name << QString();
        };
        good(u"Marie"_s);
        good(u"  Jean \t Pierre\n"_s, u"Jean Pierre"_s);
        good(u"Jean\u00A0Pierre"_s, u"Jean Pierre"_s);
        good(u"He\u0301le\u0300ne"_s, u"Hélène"_s);
        good(u"نور الهدى"_s);
        good(u"דָּוִד"_s, u"דָּוִד"_s.normalized(QString::NormalizationForm_C));
        good(u"田中さん"_s);
        good(u"Nguyễn Thị"_s);
        good(u"O’Brien"_s);
        good(u"Marie 🦉"_s);
        good(u"👩‍💻"_s);
        good(u"👩🏽‍💻 dev"_s);
        good(u"❤️‍🔥"_s);
        good(u"🏳️‍🌈"_s);
        good(u"🇫🇷"_s);
        good(QString(32, u'é'));
        good(u"👩‍💻"_s.repeated(20)); // 20 graphemes, 220 bytes
        bad("33 graphemes", QString(33, u'é'));
        bad("few graphemes, too many bytes", u"👨‍👩‍👧‍👦"_s.repeated(11));
        bad("nothing", QString());
        bad("white space", u" \u2003\u3000 "_s);
        bad("leading mark", u"\u0301a"_s);
        bad("nine marks in a row", u"a"_s + u"\u0316"_s.repeated(9));
        bad("right-to-left override", u"abc\u202Edef"_s);
        bad("isolate", u"\u2066abc\u2069"_s);
        bad("left-to-right mark", u"abc\u200E"_s);
        bad("zero width space", u"ma\u200Brie"_s);
        bad("joiner between letters", u"ma\u200Drie"_s);
        bad("joiner at the end", u"👩\u200D"_s);
        bad("joiner twice", u"👩\u200D\u200D💻"_s);
        bad("joiner before a letter", u"👩\u200Da"_s);
        bad("selector after a letter", u"a\uFE0F"_s);
        bad("selector twice", u"❤\uFE0F\uFE0F"_s);
        bad("text selector", u"❤\uFE0E"_s);
        bad("byte order mark", u"\uFEFFmarie"_s);
        bad("soft hyphen", u"ma\u00ADrie"_s);
        bad("Hangul filler", u"\u3164"_s);
        bad("half-width filler", u"\uFFA0"_s);
        bad("Braille blank", u"\u2800"_s);
        bad("grapheme joiner", u"a\u034Fb"_s);
        bad("tag characters", u"\U000E0041\U000E0042"_s);
        bad("Mongolian selector", u"a\u180Bb"_s);
        bad("private use", u"\uE000"_s);
        bad("unassigned", u"\u0378"_s);
        bad("escape", u"\u001b[31mred"_s);
        bad("C1", u"a\u009bb"_s);
        bad("lone surrogate", u"a"_s + QChar(0xD800));
    }
    void names()
    {
        QFETCH(QString, name);
        QFETCH(QString, stored);
        const auto checked = checkDisplayName(name);
        QCOMPARE(checked.has_value(), !stored.isEmpty());
        if (checked) {
            QCOMPARE(*checked, stored);
            QCOMPARE(*checkDisplayName(*checked), stored);
            QVERIFY(checkRoomName(name));
        } else {
            QCOMPARE(checked.error(), (Error{ ErrorCode::InvalidDisplayName, {}, { u"32"_s } }));
        }
    }

    void roomNamesAreTwiceAsLong()
    {
        QVERIFY(checkRoomName(QString(64, u'é')));
        QCOMPARE(codeOf(checkRoomName(QString(65, u'é'))), ErrorCode::InvalidRoomName);
    }

    void topicsAndStatusAreOneLine_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("accepted");
        QTest::newRow("empty") << QString() << true;
        QTest::newRow("emoji") << u"Tout et rien ☕ 👩‍💻"_s << true;
        QTest::newRow("non-joiner of Persian") << u"می\u200Cخواهم"_s << true;
        QTest::newRow("escape") << u"\u001b]0;x\u0007"_s << false;
        QTest::newRow("override") << u"\u202Eabc"_s << false;
        QTest::newRow("lone surrogate") << QString(QChar(0xDC00)) << false;
    }
    void topicsAndStatusAreOneLine()
    {
        QFETCH(QString, text);
        QFETCH(bool, accepted);
        QCOMPARE(checkTopic(text).has_value(), accepted);
        QCOMPARE(checkStatusText(text).has_value(), accepted);
    }

    void topicsAndStatusHaveTheirLimits()
    {
        QCOMPARE(*checkTopic(u"two\nlines"_s), u"two lines"_s);
        QVERIFY(checkTopic(QString(195, u'é')));
        QCOMPARE(codeOf(checkTopic(QString(195, u'é') + u'x')), ErrorCode::InvalidTopic);
        QVERIFY(checkStatusText(QString(100, u'é')));
        QCOMPARE(codeOf(checkStatusText(QString(100, u'é') + u'x')), ErrorCode::InvalidStatusText);
    }

    void passwordsAreCountedInTheirNormalForm()
    {
        QCOMPARE(codeOf(checkPassword(u"1234567"_s)), ErrorCode::PasswordTooShort);
        QVERIFY(checkPassword(u"12345678"_s));
        QVERIFY(checkPassword(QString(128, u'x')));
        QCOMPARE(codeOf(checkPassword(QString(129, u'x'))), ErrorCode::PasswordTooLong);
        QCOMPARE(*checkPassword(u"motdepasse\u0301"_s), u"motdepassé"_s);
        QCOMPARE(*checkPassword(u"mot\u00A0de\u2003passe"_s), u"mot de passe"_s);
        QCOMPARE(*checkPassword(u"  MotDePasse  "_s), u"  MotDePasse  "_s); // neither trimmed nor folded
        QCOMPARE(codeOf(checkPassword({})), ErrorCode::PasswordTooShort);
    }

    void hugeInputIsRefusedSoon()
    {
        const QString huge(20'000'000, u'a');
        QVERIFY(!checkMessageText(huge));
        QVERIFY(!checkDisplayName(huge));
        QVERIFY(!checkTopic(huge));
        QVERIFY(!checkLogin(huge));
        QVERIFY(!checkPassword(huge));
    }
};

QTEST_GUILESS_MAIN(TestTextChecks)
#include "tst_text_checks.moc"
