// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-console/quote_waits.h"
#include "shared/client-core/session/history.h"

#include <QHash>
#include <QPromise>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace salon;
using namespace salon::console;

namespace {

const RoomId Room{ 1 };

RoomEvent message(Seq seq, Seq answers = 0)
{
    RoomEvent event;
    event.room = Room;
    event.seq = seq;
    event.kind = EventKind::Message;
    event.text = u"message %1"_s.arg(seq);
    event.target = answers;
    return event;
}

/// Answers when the test says so.
class SlowHistory final : public History
{
public:
    Answer<HistorySlice> before(RoomId, Seq before, int) override { return ask(before - 1); }
    Answer<HistorySlice> after(RoomId, Seq after, int) override { return ask(after + 1); }
    [[nodiscard]] Seq last(RoomId) const override { return 100; }

    /// Everything asked for so far, and from now on.
    void answerAll()
    {
        m_answers = true;
        for (auto &[seq, promise] : m_asked)
            finish(seq, *promise);
        m_asked.clear();
    }

private:
    static void finish(Seq seq, QPromise<Result<HistorySlice>> &promise)
    {
        promise.addResult(HistorySlice{ { message(seq) }, {}, false, false });
        promise.finish();
    }
    Answer<HistorySlice> ask(Seq seq)
    {
        auto promise = std::make_shared<QPromise<Result<HistorySlice>>>();
        promise->start();
        if (m_answers)
            finish(seq, *promise);
        else
            m_asked.append({ seq, promise });
        return promise->future();
    }

    bool m_answers = false;
    QList<std::pair<Seq, std::shared_ptr<QPromise<Result<HistorySlice>>>>> m_asked;
};

} // namespace

class TestQuoteWaits : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void printsAtOnceWhatAnswersNothing()
    {
        SlowHistory history;
        QuoteWaits waits(history);
        bool isPrinted = false;
        waits.whenKnown({ message(5) }, [&] { isPrinted = true; });
        QVERIFY(isPrinted);
        QVERIFY(!waits.quoteOf(message(5)));
    }

    void keepsTheOrderWhileAQuoteIsAskedFor()
    {
        SlowHistory history;
        QuoteWaits waits(history);
        QStringList printed;
        waits.whenKnown({ message(5, 2) }, [&] {
            const auto quote = waits.quoteOf(message(5, 2));
            printed.append(quote && quote->message ? quote->message->text : u"nothing"_s);
        });
        waits.whenKnown({ message(6) }, [&] { printed.append(u"after"_s); });
        QVERIFY(printed.isEmpty());
        history.answerAll();
        QTRY_COMPARE(printed, (QStringList{ u"message 2"_s, u"after"_s }));
    }

    void releasePrintsWithoutTheQuote()
    {
        SlowHistory history;
        QuoteWaits waits(history);
        QStringList printed;
        waits.whenKnown({ message(5, 2) }, [&] {
            const auto quote = waits.quoteOf(message(5, 2));
            printed.append(quote && !quote->message ? u"unknown #%1"_s.arg(quote->seq) : u"wrong"_s);
        });
        waits.release();
        QCOMPARE(printed, QStringList{ u"unknown #2"_s });
    }

    void clearDropsWhatWaits()
    {
        SlowHistory history;
        QuoteWaits waits(history);
        bool isPrinted = false;
        waits.whenKnown({ message(5, 2) }, [&] { isPrinted = true; });
        waits.clear();
        bool isLaterPrinted = false;
        waits.whenKnown({ message(6) }, [&] { isLaterPrinted = true; });
        QVERIFY(isLaterPrinted);
        history.answerAll();
        QTRY_VERIFY(waits.quoteOf(message(5, 2))->message); // the answer is here
        QVERIFY(!isPrinted);
    }
};

QTEST_GUILESS_MAIN(TestQuoteWaits)
#include "tst_quote_waits.moc"
