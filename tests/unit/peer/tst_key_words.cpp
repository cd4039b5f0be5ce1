// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/peer/key_words.h"

#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace salon;

class TestKeyWords : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theListHas2048DifferentWords()
    {
        const QStringList &list = keyWordList();
        QCOMPARE(list.size(), KeyWordCount);
        QCOMPARE(QSet<QString>(list.begin(), list.end()).size(), KeyWordCount);
        QVERIFY(!list.contains(u"nazi"_s));
        QCOMPARE(list.first(), u"baba"_s);
    }

    void aKeyHasItsFourWords()
    {
        const QByteArray key(32, 'k');
        const QStringList words = keyWords(key);
        QCOMPARE(words.size(), 4);
        QCOMPARE(keyWords(key), words);
        for (const QString &word : words)
            QVERIFY(keyWordList().contains(word));
    }

    void otherKeysHaveOtherWords()
    {
        QSet<QString> seen;
        for (int i = 0; i < 20; ++i) {
            QByteArray key(32, 'k');
            key[31] = char(i);
            seen.insert(keyWords(key).join(u' '));
        }
        QCOMPARE(seen.size(), 20);
    }
};

QTEST_GUILESS_MAIN(TestKeyWords)
#include "tst_key_words.moc"
