// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "server/domain/accounts.h"

#include <QRandomGenerator>
#include <QTest>
#include <algorithm>

using namespace Qt::StringLiterals;
using namespace salon;
using namespace salon::server;

class TestAccounts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pagesAreThoseOfTheWholeList_data();
    void pagesAreThoseOfTheWholeList();
    void onePageOfTenThousand();
};

namespace {

QString randomName(QRandomGenerator &random)
{
    static const QStringList parts{ u"Ma"_s, u"rie"_s, u"É"_s, u"lo"_s, u"DIE"_s, u"jean"_s, u"Zoé"_s };
    QString name;
    for (int i = random.bounded(1, 4); i > 0; --i)
        name += parts[random.bounded(int(parts.size()))];
    return name;
}

Account account(qint64 id, const QString &name)
{
    Account made;
    made.id = AccountId{ id };
    made.login = u"login%1"_s.arg(id);
    made.displayName = name;
    return made;
}

/// The rule, without any order that is kept.
QList<AccountId> listed(const QList<Account> &all, const QString &query)
{
    QList<Account> found;
    for (const Account &one : all) {
        if (one.displayName.toCaseFolded().contains(query.toCaseFolded()) || one.login.contains(query.toCaseFolded()))
            found.append(one);
    }
    std::ranges::sort(found, [](const Account &left, const Account &right) {
        return std::pair(left.displayName.toCaseFolded(), left.id)
            < std::pair(right.displayName.toCaseFolded(), right.id);
    });
    QList<AccountId> ids;
    for (const Account &one : std::as_const(found))
        ids.append(one.id);
    return ids;
}

} // namespace

void TestAccounts::pagesAreThoseOfTheWholeList_data()
{
    QTest::addColumn<QString>("query");
    QTest::newRow("everybody") << QString();
    QTest::newRow("by name") << u"MARIE"_s;
    QTest::newRow("by accent") << u"é"_s;
    QTest::newRow("by login") << u"login1"_s;
    QTest::newRow("nobody") << u"xyz"_s;
}

void TestAccounts::pagesAreThoseOfTheWholeList()
{
    QFETCH(QString, query);
    QRandomGenerator random(3);
    Accounts accounts;
    QList<Account> all;
    for (int round = 0; round < 300; ++round) {
        if (all.isEmpty() || random.bounded(3) > 0) {
            all.append(account(all.size() + 1, randomName(random)));
            accounts.put(all.back());
        } else { // renamed, or seen again
            Account &changed = all[random.bounded(int(all.size()))];
            if (random.bounded(2) == 0)
                changed.displayName = randomName(random);
            changed.lastSeenMs = round;
            accounts.put(changed);
        }
        if (round % 7 != 0)
            continue;
        const QList<AccountId> expected = listed(all, query);
        const qsizetype offset = random.bounded(int(all.size()) + 2);
        const auto page = accounts.search(query, offset, 5);
        QList<AccountId> ids;
        for (const Account *one : page.accounts)
            ids.append(one->id);
        QCOMPARE(ids, expected.mid(offset, 5));
        QCOMPARE(page.isLast, offset + 5 >= expected.size());
        if (query.isEmpty() && !expected.isEmpty())
            QCOMPARE(accounts.rankOf(expected.back()), int(expected.size()) - 1);
    }
}

void TestAccounts::onePageOfTenThousand()
{
    QRandomGenerator random(5);
    Accounts accounts;
    for (qint64 id = 1; id <= 10'000; ++id)
        accounts.put(account(id, randomName(random) + QString::number(id)));
    QBENCHMARK
    {
        QCOMPARE(accounts.search({}, 9'700, 200).accounts.size(), 200);
    }
}

QTEST_GUILESS_MAIN(TestAccounts)
#include "tst_accounts.moc"
