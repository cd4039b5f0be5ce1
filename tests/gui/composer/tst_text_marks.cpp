// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-gui/composer/text_marks.h"

#include <QTest>
#include <QTextCursor>
#include <QTextDocument>

using namespace Qt::StringLiterals;
using namespace salon;

/// What the keys of Markdown do with a selection. In the rows, « and » stand round what is selected, before and after.
class TestTextMarks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void marks_data();
    void marks();
    void isOneStepToUndo();
};

namespace {

/// The text with « and », or | for a cursor without a selection.
QString shown(const QTextDocument &document, const QTextCursor &cursor)
{
    QString text = document.toPlainText();
    if (!cursor.hasSelection())
        return text.insert(cursor.position(), u'|');
    return text.insert(cursor.selectionEnd(), u'»').insert(cursor.selectionStart(), u'«');
}

QTextCursor cursorIn(QTextDocument &document, QString marked)
{
    const qsizetype bar = marked.indexOf(u'|');
    const qsizetype from = bar >= 0 ? bar : marked.indexOf(u'«');
    const qsizetype to = bar >= 0 ? bar : marked.indexOf(u'»') - 1;
    marked.remove(u'|').remove(u'«').remove(u'»');
    document.setPlainText(marked);
    QTextCursor cursor(&document);
    cursor.setPosition(int(from));
    cursor.setPosition(int(to), QTextCursor::KeepAnchor);
    return cursor;
}

} // namespace

void TestTextMarks::marks_data()
{
    QTest::addColumn<TextMark>("mark");
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("after");
    QTest::newRow("bold") << TextMark::Bold << u"a «word» b"_s << u"a **«word»** b"_s;
    QTest::newRow("italic") << TextMark::Italic << u"«word»"_s << u"*«word»*"_s;
    QTest::newRow("strike") << TextMark::Strike << u"«été»"_s << u"~~«été»~~"_s;
    QTest::newRow("code") << TextMark::Code << u"«x = 1»"_s << u"`«x = 1»`"_s;
    QTest::newRow("code with a sign") << TextMark::Code << u"«a`b»"_s << u"``«a`b»``"_s;
    QTest::newRow("code with a sign at its end") << TextMark::Code << u"«a`»"_s << u"`` «a`» ``"_s;
    QTest::newRow("no bold any more") << TextMark::Bold << u"a **«word»** b"_s << u"a «word» b"_s;
    QTest::newRow("marks are selected too") << TextMark::Bold << u"a «**word**» b"_s << u"a «word» b"_s;
    QTest::newRow("italic beside bold") << TextMark::Italic << u"**«word»**"_s << u"***«word»***"_s;
    QTest::newRow("no italic, but bold") << TextMark::Italic << u"***«word»***"_s << u"**«word»**"_s;
    QTest::newRow("no bold, but italic") << TextMark::Bold << u"***«word»***"_s << u"*«word»*"_s;
    QTest::newRow("no code any more") << TextMark::Code << u"`«x»`"_s << u"«x»"_s;
    QTest::newRow("spaces stay outside") << TextMark::Bold << u"a« word »b"_s << u"a **«word»** b"_s;
    QTest::newRow("nothing selected") << TextMark::Bold << u"a |b"_s << u"a **|**b"_s;
    QTest::newRow("pair without words") << TextMark::Bold << u"a **|**b"_s << u"a |b"_s;
    QTest::newRow("several lines") << TextMark::Italic << u"«one\ntwo»"_s << u"«*one*\n*two*»"_s;
    QTest::newRow("empty lines stay") << TextMark::Bold << u"«one\n\ntwo»"_s << u"«**one**\n\n**two**»"_s;
    QTest::newRow("parts of lines") << TextMark::Bold << u"a «one\ntwo» b"_s << u"a «**one**\n**two**» b"_s;
    QTest::newRow("block of code") << TextMark::Code << u"«one\ntwo»"_s << u"```\n«one\ntwo»\n```"_s;
    QTest::newRow("block of code with fences") << TextMark::Code << u"«```\ntwo»"_s << u"````\n«```\ntwo»\n````"_s;
    QTest::newRow("block of whole lines")
        << TextMark::Code << u"a «one\ntwo» b\nc"_s << u"```\n«a one\ntwo b»\n```\nc"_s;
}

void TestTextMarks::marks()
{
    QFETCH(TextMark, mark);
    QFETCH(QString, before);
    QFETCH(QString, after);
    QTextDocument document;
    QTextCursor cursor = cursorIn(document, before);
    toggleMark(cursor, mark);
    QCOMPARE(shown(document, cursor), after);
}

void TestTextMarks::isOneStepToUndo()
{
    QTextDocument document;
    QTextCursor cursor = cursorIn(document, u"«one\ntwo»"_s);
    toggleMark(cursor, TextMark::Bold);
    QCOMPARE(document.toPlainText(), u"**one**\n**two**"_s);
    document.undo();
    QCOMPARE(document.toPlainText(), u"one\ntwo"_s);
}

QTEST_MAIN(TestTextMarks)

#include "tst_text_marks.moc"
