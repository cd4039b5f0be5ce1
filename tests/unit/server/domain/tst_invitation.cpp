// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "server/domain/invitation.h"

#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace salon::server;

class TestInvitation : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void codesAreDifferentAndReadable();
    void codesSurviveBeingReadAloud();
    void comparesWholeCodes();
};

void TestInvitation::codesAreDifferentAndReadable()
{
    static const QRegularExpression form(u"^[0-9a-hjkmnp-tv-z]{26}$"_s);
    QSet<QString> codes;
    QSet<QChar> lastChars;
    for (int i = 0; i < 1000; ++i) {
        const QString code = makeCode();
        QVERIFY2(form.match(code).hasMatch(), qPrintable(code));
        codes.insert(code);
        lastChars.insert(code[24]);
    }
    QCOMPARE(codes.size(), 1000);
    QVERIFY(lastChars.size() > 16); // random to the end
}

void TestInvitation::codesSurviveBeingReadAloud()
{
    const QString code = u"0123456789abcdefghjkmnpqrs"_s;
    QCOMPARE(hashCode(u" 0123-4567 89AB-CDEF-GHJK-MNPQ-RS "_s), hashCode(code));
    QCOMPARE(hashCode(u"oi23456789abcdefghjkmnpqrs"_s), hashCode(code));
    QCOMPARE(hashCode(u"OL23456789abcdefghjkmnpqrs"_s), hashCode(code));
}

void TestInvitation::comparesWholeCodes()
{
    const QString code = makeCode();
    QVERIFY(sameCode(code, code.toUpper()));
    QVERIFY(!sameCode(code, code.chopped(1)));
    QVERIFY(!sameCode(code, code + u'0'));
    QVERIFY(!sameCode(code, {}));
}

QTEST_GUILESS_MAIN(TestInvitation)
#include "tst_invitation.moc"
