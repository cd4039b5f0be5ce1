// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-console/room_view.h"
#include "client-console/screen.h"
#include "client-console/typed_drafts.h"
#include "shared/base/clock.h"
#include "shared/client-core/client_profile.h"
#include "shared/client-core/session/outbox.h"
#include "shared/client-core/workspaces.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace salon;
using namespace salon::console;

namespace {

/// A line that takes what is offered, unless something stands in it.
class OfferedLine final : public LineEditor
{
public:
    QString line;
    void setPrompt(const QString &) override {}
    void setCompleter(Completer) override {}
    void printAbove(const QString &) override {}
    void printProblem(const QString &) override {}
    void setStatus(const QString &) override {}
    void askSecret(const QString &) override {}
    void remember(const QString &) override {}
    void start() override {}
    bool offer(const QString &text) override
    {
        if (line.isEmpty())
            line = text;
        return line == text;
    }
    void type(const QString &text)
    {
        line += text;
        Q_EMIT inputChanged(line);
    }
};

/// One start of the program, without a network.
struct Start
{
    explicit Start(const QString &folder)
        : profile({ folder, false, u"test"_s }, clock)
    {
        isLocked = profile.lock().has_value();
        profile.open();
        isOpen = isLocked && QTest::qWaitFor([this] { return profile.isOpen(); });
        workspaces = std::make_unique<Workspaces>(profile, u"test"_s);
        workspace = *workspaces->add(*JoinLink::parse(u"127.0.0.1:9"_s));
        view = std::make_unique<RoomView>(*workspace, screen, editor, false);
        view->setSilent(true); // there is no room to be read
        drafts = std::make_unique<TypedDrafts>(*workspace, *view, editor);
    }
    [[nodiscard]] bool loads() const
    {
        return QTest::qWaitFor([this] { return workspace->outbox().isLoaded(); });
    }

    SystemClock clock;
    ClientProfile profile;
    bool isLocked = false;
    bool isOpen = false;
    std::unique_ptr<Workspaces> workspaces;
    Workspace *workspace = nullptr;
    OfferedLine editor;
    Screen screen{ editor, Ansi(false) };
    std::unique_ptr<RoomView> view;
    std::unique_ptr<TypedDrafts> drafts;
};

} // namespace

/// What is typed and not sent, from one start of the program to the next.
class TestTypedDrafts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        Start first(m_folder->path());
        QVERIFY(first.isOpen && first.loads());
        first.view->open(Room);
        first.editor.type(u"à finir"_s);
        QCOMPARE(first.workspace->draft(Room), u"à finir"_s);
    }

    void aDraftIsOfferedAgain()
    {
        Start again(m_folder->path());
        QVERIFY(again.isOpen && again.loads());
        again.view->open(Room);
        QCOMPARE(again.editor.line, u"à finir"_s);
    }

    void aRoomThatOpensBeforeTheDraftsAreReadIsOfferedItsOwnLater()
    {
        Start again(m_folder->path());
        QVERIFY(again.isOpen && !again.workspace->outbox().isLoaded());
        again.view->open(Room);
        QVERIFY(again.editor.line.isEmpty());
        QVERIFY(again.loads());
        QCOMPARE(again.editor.line, u"à finir"_s);
    }

    void whatIsTypedBeforeTheyAreReadReplacesNone()
    {
        Start again(m_folder->path());
        QVERIFY(again.isOpen && !again.workspace->outbox().isLoaded());
        again.view->open(Room);
        again.editor.type(u"vite"_s);
        QVERIFY(again.loads());
        again.editor.type(u" fait"_s);
        QCOMPARE(again.editor.line, u"vite fait"_s);
        QCOMPARE(again.workspace->draft(Room), u"à finir"_s);
    }

private:
    static constexpr RoomId Room{ 7 };
    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(TestTypedDrafts)
#include "tst_typed_drafts.moc"
