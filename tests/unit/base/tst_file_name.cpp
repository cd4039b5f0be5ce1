// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/base/file_name.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace salon;

class TestFileName : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesOfOthersAreMadeSafe_data()
    {
        QTest::addColumn<QString>("given");
        QTest::addColumn<QString>("safe");
        const auto row = [](const char *what, const QString &given, const QString &safe) {
            QTest::newRow(what) << given << safe;
        };
        row("kept", u"été 2026.jpg"_s, u"été 2026.jpg"_s);
        row("path", u"/etc/passwd"_s, u"passwd"_s);
        row("parent", u"../../.ssh/authorized_keys"_s, u"authorized_keys"_s);
        row("Windows path", u"C:\\Windows\\a.exe"_s, u"a.exe"_s);
        row("drive", u"C:a.exe"_s, u"Ca.exe"_s);
        row("hidden", u".bashrc"_s, u"bashrc"_s);
        row("dots only", u".."_s, u"file"_s);
        row("empty", {}, u"file"_s);
        row("ends with a slash", u"a/"_s, u"file"_s);
        row("trailing dots", u"a.txt. . "_s, u"a.txt"_s);
        row("device", u"con"_s, u"_con"_s);
        row("device with extension", u"LPT1.txt"_s, u"_LPT1.txt"_s);
        row("no device", u"console.txt"_s, u"console.txt"_s);
        row("turned around", u"photo\u202Egpj.exe"_s, u"photogpj.exe"_s);
        row("control", u"a\nb\tc\x7f.txt"_s, u"abc.txt"_s);
        row("NUL", u"a"_s + QChar(0) + u".txt"_s, u"a.txt"_s);
        row("reserved", u"a<b>c:d\"e|f?g*h"_s, u"abcdefgh"_s);
        row("long", QString(300, u'x') + u".jpeg"_s, QString(115, u'x') + u".jpeg"_s);
        row("long and wide", u"日"_s.repeated(100) + u".txt"_s, u"日"_s.repeated(38) + u".txt"_s);
        row("long extension", u"a."_s + QString(300, u'x'), u"a."_s + QString(118, u'x'));
    }
    void namesOfOthersAreMadeSafe()
    {
        QFETCH(QString, given);
        QFETCH(QString, safe);
        QCOMPARE(safeFileName(given), safe);
        QCOMPARE(safeFileName(safe), safe);
    }
};

QTEST_GUILESS_MAIN(TestFileName)
#include "tst_file_name.moc"
