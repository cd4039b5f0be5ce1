// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "server/store/sqlite/sqlite_store.h"
#include "shared/base/cid.h"
#include "tests/support/fake_clock.h"
#include "tests/support/wait_until.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

namespace salon::test {

/// A store in a folder of its own, with calls that wait for their outcome.
class StoreFixture
{
public:
    StoreFixture() { open(); }

    void open(qint64 maxPages = 0)
    {
        store = server::openSqliteStore({ folder.path(), QStringLiteral("General"), clock.wall, maxPages }).value();
        contents = store->load().value();
    }
    void close() { store.reset(); }
    /// As after a restart.
    void reopen(qint64 maxPages = 0)
    {
        close();
        open(maxPages);
    }

    template <class Outcome, class Draft>
    Result<Outcome> wait(void (server::Store::*operation)(Draft, server::Answer<Outcome>), const Draft &draft)
    {
        std::optional<Result<Outcome>> outcome;
        (store.get()->*operation)(draft, [&outcome](const Result<Outcome> &result) { outcome = result; });
        if (!waitUntil([&] { return outcome.has_value(); }))
            qFatal("the store does not answer");
        return *outcome;
    }

    server::CreatedAccount account(const QString &login)
    {
        server::NewAccount draft;
        draft.account.login = login;
        draft.account.displayName = login;
        draft.account.createdMs = clock.wall;
        draft.skeletons = { login };
        draft.device = server::Device{ {}, {}, login.toUtf8().leftJustified(32, '.'), {}, clock.wall, clock.wall };
        draft.room = General;
        draft.joined = { .room = General, .timeMs = clock.wall, .kind = EventKind::Joined, .authorName = login };
        return wait(&server::Store::createAccount, draft).value();
    }

    server::MessageDraft message(const server::CreatedAccount &author, quint64 counter, const QString &text)
    {
        server::MessageDraft draft;
        draft.event = { .room = General,
            .timeMs = clock.wall,
            .author = author.account.id,
            .authorName = author.account.displayName,
            .cid = makeCid(clock),
            .text = text };
        draft.device = author.device->id;
        draft.counter = counter;
        return draft;
    }

    Result<server::AppendedMessage> append(const server::MessageDraft &draft)
    {
        return wait(&server::Store::appendMessage, draft);
    }

    server::MessageDraft change(
        const server::CreatedAccount &author, quint64 counter, EventKind kind, Seq target, const QString &text = {})
    {
        server::MessageDraft draft = message(author, counter, text);
        draft.event.kind = kind;
        draft.event.target = target;
        if (kind == EventKind::Reacted || kind == EventKind::Unreacted) {
            draft.event.params = { text };
            draft.event.text.clear();
        }
        return draft;
    }
    /// The code that a draft is refused with; 0 when it is not.
    int codeOf(const server::MessageDraft &draft)
    {
        const auto appended = append(draft);
        return appended ? 0 : int(appended.error().code);
    }

    /// The whole log of a room, by pages.
    QList<server::Event> log(RoomId room, AccountId reader = {})
    {
        QList<server::Event> events;
        while (true) {
            const Seq after = events.isEmpty() ? 0 : events.back().seq;
            const auto page = wait(&server::Store::readPage, server::PageQuery{ room, 0, after, 1, 200, 0, reader });
            if (page.value().events.isEmpty())
                return events;
            events += page->events;
        }
    }

    /// An event as a page gives it.
    server::Event at(Seq seq, AccountId reader = {})
    {
        return wait(&server::Store::readPage, server::PageQuery{ General, 0, seq - 1, 1, 1, 0, reader })
            .value()
            .events.value(0);
    }
    /// Whether a file of the store holds these bytes.
    [[nodiscard]] bool isInFiles(const QByteArray &bytes) const
    {
        for (const QString &name : QDir(folder.path()).entryList(QDir::Files)) {
            QFile file(folder.filePath(name));
            if (name != QStringLiteral("salon.lock") && file.open(QIODevice::ReadOnly)
                && file.readAll().contains(bytes))
                return true;
        }
        return false;
    }

    static constexpr RoomId General{ 1 };
    FakeClock clock;
    QTemporaryDir folder;
    std::unique_ptr<server::Store> store;
    server::StoreContents contents;
};

} // namespace salon::test
