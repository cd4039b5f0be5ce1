// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/markup/emoji/emoji_catalogue.h"
#include "shared/markup/format_text.h"
#include "shared/markup/plain_text.h"
#include "tests/unit/markup/hostile_texts.h"

#include <QTest>

using namespace salon;
using namespace Qt::StringLiterals;

/// What a row of a timeline costs before it is laid out, and the worst that somebody may send (budget: 50 ms).
class BenchMarkup : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void usualMessage_data();
    void usualMessage();
    void hostileText_data();
    void hostileText();
    void loadsEmoji();
    void searchesEmoji();
};

void BenchMarkup::usualMessage_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("a line") << u"Could somebody look at #general? I think @marie wrote the parser."_s;
    QTest::newRow("bold, code and a link")
        << u"See **chapter 3** of [the manual](https://salon.example/manual): `salon --help`"_s;
    QTest::newRow("list") << u"Today:\n- read\n- write\n  1. a test\n  2. the code\n\n> and nothing else"_s;
    QTest::newRow("20 lines of code") << u"```cpp\n"_s
            + u"    if (answer == 42) return u\"yes\"_s; // of course\n"_s.repeated(20) + u"```"_s;
}

void BenchMarkup::usualMessage()
{
    QFETCH(QString, text);
    MarkupNames names;
    names.person = [](const QString &login) -> std::optional<PersonName> {
        return login == "marie"_L1 ? std::optional(PersonName{ u"Marie Curie"_s, 1, false }) : std::nullopt;
    };
    names.room = [](const QString &name) -> std::optional<RoomName> {
        return name == "general"_L1 ? std::optional(RoomName{ u"General"_s, 1 }) : std::nullopt;
    };
    QBENCHMARK
    {
        const FormattedText formatted = formatText(text, TextFormat::Markdown, names);
        QVERIFY(!formatted.paragraphs.isEmpty());
    }
}

void BenchMarkup::hostileText_data()
{
    QTest::addColumn<QString>("text");
    for (const auto &[name, text] : test::hostileTexts())
        QTest::newRow(name) << text;
}

void BenchMarkup::hostileText()
{
    QFETCH(QString, text);
    MarkupNames names;
    names.person = [](const QString &) -> std::optional<PersonName> {
        return std::nullopt;
    };
    names.room = [](const QString &) -> std::optional<RoomName> {
        return std::nullopt;
    };
    QBENCHMARK
    {
        const FormattedText formatted = formatText(text, TextFormat::Markdown, names);
        QVERIFY(!formatted.paragraphs.isEmpty() || text.trimmed().isEmpty());
    }
}

void BenchMarkup::loadsEmoji()
{
    QBENCHMARK
    {
        const EmojiCatalogue catalogue;
        QVERIFY(catalogue.all().size() > 1000);
    }
}

void BenchMarkup::searchesEmoji()
{
    const EmojiCatalogue catalogue;
    QBENCHMARK
    {
        QVERIFY(!catalogue.search(u"coeur r"_s, QLocale::French, 20).isEmpty());
    }
}

QTEST_GUILESS_MAIN(BenchMarkup)
#include "bench_markup.moc"
