// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-gui/app/theme.h"
#include "client-gui/dialogs/question_dialog.h"
#include "client-gui/messages/link_question.h"
#include "client-gui/widgets/text_label.h"

#include <QTest>
#include <QUrl>

using namespace Qt::StringLiterals;
using namespace salon;

/// Links whose words name another host than the one that they lead to.
class TestLinkQuestion : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wordsThatNameAnotherHostMislead_data();
    void wordsThatNameAnotherHostMislead();
    void theQuestionShowsWhereItReallyLeads();
};

void TestLinkQuestion::wordsThatNameAnotherHostMislead_data()
{
    QTest::addColumn<QString>("link");
    QTest::addColumn<QString>("shown");
    QTest::addColumn<bool>("misleads");
    const QString evil = u"https://evil.example/"_s;
    QTest::newRow("words") << evil << u"the documentation"_s << false;
    QTest::newRow("nothing") << evil << QString() << false;
    QTest::newRow("itself") << evil << evil << false;
    QTest::newRow("its host") << evil << u"evil.example"_s << false;
    QTest::newRow("with www") << evil << u"www.evil.example/x"_s << false;
    QTest::newRow("upper case") << evil << u"EVIL.example"_s << false;
    QTest::newRow("another host") << evil << u"bank.example"_s << true;
    QTest::newRow("another address") << evil << u"https://bank.example/login?x=1"_s << true;
    QTest::newRow("host in front of it") << u"https://bank.example.evil.example/"_s << u"bank.example"_s << true;
    QTest::newRow("user that looks like a host")
        << u"https://bank.example@evil.example/"_s << u"https://bank.example"_s << true;
    QTest::newRow("letters that look alike") << u"https://xn--bnk-6cd.example/"_s << u"bank.example"_s << true;
    QTest::newRow("international") << u"https://xn--caf-dma.example/"_s << u"https://café.example"_s << false;
    QTest::newRow("mail") << u"mailto:marie@evil.example"_s << u"marie@bank.example"_s << true;
    QTest::newRow("same mail") << u"mailto:marie@bank.example"_s << u"marie@bank.example"_s << false;
    QTest::newRow("sentence with a stop") << evil << u"Read it. Now"_s << false;
}

void TestLinkQuestion::wordsThatNameAnotherHostMislead()
{
    QFETCH(QString, link);
    QFETCH(QString, shown);
    QFETCH(bool, misleads);
    QCOMPARE(isMisleading(QUrl(link), shown), misleads);
}

void TestLinkQuestion::theQuestionShowsWhereItReallyLeads()
{
    Theme theme;
    QWidget window;
    window.show();
    askAboutLink(theme, QUrl(u"https://bаnk.example/x"_s), &window); // with a Cyrillic а
    auto *question = window.findChild<QuestionDialog *>();
    QVERIFY(question && question->isVisible());
    bool isShown = false;
    for (const auto *label : question->findChildren<TextLabel *>())
        isShown = isShown || label->text().contains(u"xn--"_s);
    QVERIFY(isShown);
    question->reject();
}

QTEST_MAIN(TestLinkQuestion)
#include "tst_link_question.moc"
