// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-gui/dialogs/dialogs.h"
#include "client-gui/how_it_works/field_words.h"
#include "client-gui/how_it_works/frame_words.h"
#include "client-gui/how_it_works/how_it_works_window.h"
#include "client-gui/how_it_works/message_words.h"
#include "client-gui/main_window/main_actions.h"
#include "shared/protocol/frame_shapes.h"
#include "tests/gui/dialogs/dialog_checks.h"
#include "tests/gui/window/chat_fixture.h"
#include "tests/support/wait_until.h"

#include <QAbstractItemModelTester>
#include <QAbstractScrollArea>
#include <QAccessible>
#include <QAction>
#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QDir>
#include <QGuiApplication>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QScopeGuard>
#include <QSet>
#include <QTabWidget>
#include <QTest>
#include <QToolButton>
#include <QTreeView>
#include <QTreeWidget>

using namespace Qt::StringLiterals;
using namespace salon;
using namespace salon::test;

namespace {

constexpr auto Password = "tell-nobody-my-password";

template <class T>
T *part(const QWidget *window, const char *name)
{
    T *found = window->findChild<T *>(QLatin1StringView(name));
    if (!found)
        qFatal("no %s", name);
    return found;
}

void addItems(QStringList &texts, const QTreeWidgetItem *item)
{
    for (int column = 0; column < item->columnCount(); ++column)
        texts << item->text(column) << item->toolTip(column);
    for (int i = 0; i < item->childCount(); ++i)
        addItems(texts, item->child(i));
}

} // namespace

/// The real window on a real server. With SALON_PICTURES=<folder> its pictures are kept to be looked at.
class TestHowItWorks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanup();
    void cleanupTestCase() { m_dialogs.reset(); }
    void everyMessageIsExplained();
    void everyFieldIsExplained();
    void whatCannotBeSeenIsMadeVisible();
    void opensFromTheHelpMenuAndWatchesNothing();
    void showsTheConnectionFromItsFirstFrame();
    void explainsTheFrameThatIsChosen();
    void choosingAByteChoosesItsPart();
    void showsAndCopiesNoSecret();
    void filtersByDirectionAndKind();
    void pausesAndClears();
    void endsWithTheWindow();
    void worksWithoutAServer();
    void rowsKeepTheNamesOfTheirServer();
    void bytesSayWhatTheyAreFor();
    void copiesABoundedNumberOfBytes();
    void listAndExplanationTakeTurnsWhereTheWindowIsShort();
    void speaksTheLanguageOfNow();
    void isReachedByKeysAndNamed();
    void draws_data();
    void draws();

private:
    HowItWorksWindow *open();
    /// Opens it and switches it on.
    HowItWorksWindow *watch();
    [[nodiscard]] static QStringList messages(const HowItWorksWindow *window);
    /// Chooses the last row of this message.
    static bool choose(const HowItWorksWindow *window, const QString &message);
    /// Where rows say that another connection begins.
    [[nodiscard]] static QStringList connections(const HowItWorksWindow *window);
    [[nodiscard]] static QModelIndex rowOf(const HowItWorksWindow *window, const QString &message);
    void keep(QWidget &window, const QString &name);

    ChatFixture m_chat;
    std::unique_ptr<Dialogs> m_dialogs;
    QPointer<HowItWorksWindow> m_window;
};

void TestHowItWorks::initTestCase()
{
    m_chat.theme.setReducedMotion(true);
    m_chat.languages.setChoice(LanguageChoice::English);
    QVERIFY(m_chat.start());
    m_dialogs = std::make_unique<Dialogs>(
        m_chat.window->requests(), m_chat.theme, m_chat.languages, *m_chat.profile, *m_chat.workspaces, *m_chat.window);
    m_chat.window->showRoom(&m_chat.workspace());
    m_chat.person(u"marie"_s, u"Marie Curie"_s);
}

void TestHowItWorks::cleanup()
{
    delete m_window;
    m_chat.languages.setChoice(LanguageChoice::English);
    m_chat.theme.setChoice(ThemeChoice::Light);
    m_chat.theme.setZoom(1.0);
}

HowItWorksWindow *TestHowItWorks::open()
{
    m_chat.window->actions().howItWorks->trigger();
    const QList<QWidget *> all = QApplication::topLevelWidgets();
    for (QWidget *widget : all)
        if (auto *window = qobject_cast<HowItWorksWindow *>(widget))
            m_window = window;
    if (!m_window || !QTest::qWaitForWindowActive(m_window))
        qFatal("it does not open");
    return m_window;
}

HowItWorksWindow *TestHowItWorks::watch()
{
    HowItWorksWindow *window = open();
    part<QCheckBox>(window, "watch")->click();
    return window;
}

QStringList TestHowItWorks::messages(const HowItWorksWindow *window)
{
    const QAbstractItemModel *model = part<QTreeView>(window, "frames")->model();
    QStringList all;
    for (int row = 0; row < model->rowCount(); ++row) {
        const QModelIndex index = model->index(row, FrameLogModel::MessageColumn);
        if (!index.data(FrameLogModel::BeginsRole).toBool())
            all.append(index.data().toString());
    }
    return all;
}

QStringList TestHowItWorks::connections(const HowItWorksWindow *window)
{
    const QAbstractItemModel *model = part<QTreeView>(window, "frames")->model();
    QStringList all;
    for (int row = 0; row < model->rowCount(); ++row) {
        const QModelIndex index = model->index(row, FrameLogModel::MessageColumn);
        if (index.data(FrameLogModel::BeginsRole).toBool())
            all.append(index.data().toString());
    }
    return all;
}

/// The last row of this message.
QModelIndex TestHowItWorks::rowOf(const HowItWorksWindow *window, const QString &message)
{
    const QAbstractItemModel *model = part<QTreeView>(window, "frames")->model();
    for (int row = model->rowCount() - 1; row >= 0; --row) {
        if (model->index(row, FrameLogModel::MessageColumn).data().toString() == message)
            return model->index(row, 0);
    }
    return {};
}

bool TestHowItWorks::choose(const HowItWorksWindow *window, const QString &message)
{
    auto *list = part<QTreeView>(window, "frames");
    if (!waitUntil([&] { return messages(window).contains(message); }))
        return false;
    list->setCurrentIndex(rowOf(window, message));
    return true;
}

void TestHowItWorks::everyMessageIsExplained()
{
    QSet<QString> purposes;
    for (const MessageInfo &info : messageInfos) {
        const QString purpose = MessageWords::purpose(quint32(info.type));
        QVERIFY2(!purpose.isEmpty() && purpose != MessageWords::purpose(9999), info.name.data());
        QVERIFY2(!purposes.contains(purpose), info.name.data());
        purposes.insert(purpose);
    }
}

void TestHowItWorks::everyFieldIsExplained()
{
    QStringList without;
    QSet<const wire::RecordShape *> seen;
    const std::function<void(const wire::RecordShape *)> walk = [&](const wire::RecordShape *record) {
        if (!record || seen.contains(record))
            return;
        seen.insert(record);
        for (const wire::FieldShape &field : record->fields) {
            if (FieldWords::meaning(field.name).isEmpty() && !without.contains(field.name))
                without.append(field.name);
            const wire::ValueShape *value = field.value;
            while (value && value->item)
                value = value->item;
            if (value)
                walk(value->record);
        }
    };
    for (const MessageInfo &info : messageInfos)
        walk(wire::shapeOfMessage(quint64(info.type)));
    QVERIFY(seen.size() > 40);
    QCOMPARE(without, QStringList());
    QCOMPARE(FieldWords::meaning(u"no such field"_s), QString());
}

void TestHowItWorks::whatCannotBeSeenIsMadeVisible()
{
    QCOMPARE(visibleText(u"Bonjour à tous 👋"_s), u"Bonjour à tous 👋"_s);
    QCOMPARE(visibleText(u"a\nb\tc\r\u202Ed\u2028\0"_s), u"a\\nb\\tc\\u{000d}\\u{202e}d\\u{2028}\\u{0000}"_s);
}

void TestHowItWorks::opensFromTheHelpMenuAndWatchesNothing()
{
    HowItWorksWindow *window = open();
    QCOMPARE(window->windowTitle(), u"How it works: Salon du quartier"_s);
    QVERIFY(!window->isWatching());
    const Seq head = m_chat.workspace().rooms().find(m_chat.firstRoom())->head;
    QVERIFY(m_chat.says(u"marie"_s, m_chat.firstRoom(), u"Nobody records this."_s));
    QVERIFY(m_chat.says(u"marie"_s, m_chat.firstRoom(), u"Nor this."_s));
    QVERIFY(waitUntil([&] { return m_chat.workspace().rooms().find(m_chat.firstRoom())->head >= head + 2; }));
    QCOMPARE(messages(window), QStringList());
    // The same one is raised, there is never a second.
    m_chat.window->actions().howItWorks->trigger();
    int windows = 0;
    const QList<QWidget *> all = QApplication::topLevelWidgets();
    for (const QWidget *widget : all)
        windows += qobject_cast<const HowItWorksWindow *>(widget) ? 1 : 0;
    QCOMPARE(windows, 1);
}

void TestHowItWorks::showsTheConnectionFromItsFirstFrame()
{
    HowItWorksWindow *window = watch();
    const QAbstractItemModelTester tester(
        part<QTreeView>(window, "frames")->model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    part<QPushButton>(window, "connectAgain")->click();
    QVERIFY(
        waitUntil([&] { return messages(window).contains(u"Online"_s) && messages(window).contains(u"Resumed"_s); }));
    const QStringList seen = messages(window);
    const qsizetype begin = seen.lastIndexOf(u"Connecting"_s);
    QCOMPARE(seen.mid(begin, 7),
        (QStringList{ u"Connecting"_s, u"Introducing and logging in"_s, u"Hello"_s, u"Welcome"_s, u"LoginWithKey"_s,
            u"LoggedIn"_s, u"Catching up"_s }));
    QVERIFY(waitUntil([&] { return m_chat.workspace().session().isOnline(); }));
    // And on, live.
    QVERIFY(m_chat.says(u"marie"_s, m_chat.firstRoom(), u"Hello there"_s));
    QVERIFY(waitUntil([&] { return messages(window).contains(u"RoomEvent"_s); }));
}

void TestHowItWorks::explainsTheFrameThatIsChosen()
{
    HowItWorksWindow *window = watch();
    QVERIFY(m_chat.workspace().sendText(m_chat.firstRoom(), u"Un deux\ntrois"_s));
    QVERIFY(choose(window, u"SendMessage"_s));
    QCOMPARE(part<QLabel>(window, "framePurpose")->text(), MessageWords::purpose(quint32(MessageType::SendMessage)));
    QVERIFY(part<QLabel>(window, "frameTitle")->text().startsWith(u"SendMessage, ↑ sent, "_s));
    auto *tree = part<QTreeWidget>(window, "frameParts");
    QCOMPARE(tree->topLevelItemCount(), 5);
    QVERIFY(tree->topLevelItem(0)->text(2).startsWith(u"0–3:  00 00 00 "_s));
    QCOMPARE(tree->topLevelItem(2)->text(1), u"81 (SendMessage)"_s);
    const QTreeWidgetItem *fields = tree->topLevelItem(4);
    QCOMPARE(fields->childCount(), 5);
    QCOMPARE(fields->child(0)->text(0), u"1 room"_s);
    QCOMPARE(fields->child(0)->text(1),
        u"%1 (%2)"_s.arg(m_chat.firstRoom().value).arg(m_chat.workspace().rooms().displayName(m_chat.firstRoom())));
    QCOMPARE(fields->child(3)->text(0), u"4 text"_s);
    QCOMPARE(fields->child(3)->text(1), u"\"Un deux\\ntrois\""_s);
    QVERIFY(choose(window, u"Sent"_s));
    QCOMPARE(part<QLabel>(window, "framePurpose")->text(), MessageWords::purpose(quint32(MessageType::Sent)));
    // Answer and request have the same number.
    QCOMPARE(rowOf(window, u"Sent"_s).siblingAtColumn(FrameLogModel::CorrelationColumn).data(),
        rowOf(window, u"SendMessage"_s).siblingAtColumn(FrameLogModel::CorrelationColumn).data());
}

void TestHowItWorks::choosingAByteChoosesItsPart()
{
    HowItWorksWindow *window = watch();
    QVERIFY(m_chat.workspace().sendText(m_chat.firstRoom(), u"Mark me"_s));
    QVERIFY(choose(window, u"SendMessage"_s));
    auto *tree = part<QTreeWidget>(window, "frameParts");
    auto *bytes = part<QAbstractScrollArea>(window, "frameBytes");
    bytes->setFocus();
    QTest::keyClick(bytes, Qt::Key_Home);
    QCOMPARE(tree->currentItem()->text(0), u"Length"_s);
    const auto *hint = part<QLabel>(window, "byteHint");
    QVERIFY(hint->text().startsWith(u"The length, four bytes"_s));
    for (int i = 0; i < 4; ++i)
        QTest::keyClick(bytes, Qt::Key_Right);
    QCOMPARE(tree->currentItem()->text(0), u"Envelope"_s);
    QCOMPARE(hint->text(), u"CBOR says what follows: a list of 3 things."_s);
    QTest::keyClick(bytes, Qt::Key_Right);
    QCOMPARE(tree->currentItem()->text(0), u"Message type"_s);
    QCOMPARE(hint->text(), u"The type of the message: 81 is SendMessage."_s);
    QTest::keyClick(bytes, Qt::Key_End);
    const QString last = tree->currentItem()->text(0);
    QCOMPARE(last, u"8 format"_s);
    QVERIFY(hint->text().startsWith(u"The value of the field “format”: "_s));
    QTest::keyClick(bytes, Qt::Key_Right); // there is no byte beyond
    QCOMPARE(tree->currentItem()->text(0), last);
    QTest::mouseClick(bytes->viewport(), Qt::LeftButton, {}, bytes->viewport()->rect().bottomRight());
}

void TestHowItWorks::showsAndCopiesNoSecret()
{
    HowItWorksWindow *window = watch();
    const QString password = QString::fromLatin1(Password);
    Workspace &workspace = m_chat.workspace();
    const QFuture<Result<>> changed = workspace.changePassword({}, password, false);
    QVERIFY(waitUntil([&] { return changed.isFinished(); }));
    QVERIFY(changed.result());
    const QFuture<Result<InvitationCreated>> created = workspace.createInvitation();
    QVERIFY(waitUntil([&] { return created.isFinished(); }));
    QVERIFY(created.result());
    const QString code = created.result()->code;
    QVERIFY(!code.isEmpty());
    part<QPushButton>(window, "connectAgain")->click();
    QVERIFY(choose(window, u"LoginWithKey"_s));
    QVERIFY(choose(window, u"InvitationCreated"_s));
    QVERIFY(choose(window, u"ChangePassword"_s));

    auto *list = part<QTreeView>(window, "frames");
    QStringList texts;
    for (int row = 0; row < list->model()->rowCount(); ++row) {
        list->setCurrentIndex(list->model()->index(row, 0));
        for (int column = 0; column < list->model()->columnCount(); ++column)
            for (int role = 0; role < Qt::UserRole + 20; ++role) {
                const QByteArray value = list->model()->index(row, column).data(role).toByteArray();
                texts << QString::fromLatin1(value) << QString::fromUtf8(value);
            }
        addItems(texts, part<QTreeWidget>(window, "frameParts")->invisibleRootItem());
        const QList<QLabel *> labels = window->findChildren<QLabel *>();
        for (const QLabel *label : labels)
            texts << label->text();
        part<QPushButton>(window, "copy")->click();
        texts << QGuiApplication::clipboard()->text();
    }
    const auto spaced = [](const QString &secret) {
        return QString::fromLatin1(secret.toUtf8().toHex(' '));
    };
    for (const QString &text : std::as_const(texts)) {
        for (const QString &secret : { password, code }) {
            QVERIFY2(!text.contains(secret, Qt::CaseInsensitive), qPrintable(text));
            QVERIFY2(!text.contains(spaced(secret), Qt::CaseInsensitive), qPrintable(text));
            QVERIFY2(!text.contains(spaced(secret).left(23), Qt::CaseInsensitive), qPrintable(text));
        }
    }
    QVERIFY(choose(window, u"ChangePassword"_s));
    part<QPushButton>(window, "copy")->click();
    const QString copied = QGuiApplication::clipboard()->text();
    QVERIFY2(copied.contains(u"newPassword: hidden, 23 bytes"_s), qPrintable(copied));
    QVERIFY(copied.contains(u"••"_s));
}

void TestHowItWorks::filtersByDirectionAndKind()
{
    HowItWorksWindow *window = watch();
    part<QPushButton>(window, "connectAgain")->click();
    QVERIFY(waitUntil([&] { return messages(window).contains(u"Online"_s); }));
    QVERIFY(waitUntil([&] { return messages(window).contains(u"PeopleList"_s); }));
    auto *direction = part<QComboBox>(window, "direction");
    direction->setCurrentIndex(1);
    QVERIFY(messages(window).contains(u"Hello"_s) && !messages(window).contains(u"Welcome"_s)
        && !messages(window).contains(u"Online"_s));
    direction->setCurrentIndex(2);
    QVERIFY(!messages(window).contains(u"Hello"_s) && messages(window).contains(u"Welcome"_s));
    direction->setCurrentIndex(0);
    auto *kind = part<QComboBox>(window, "kind");
    kind->setCurrentText(u"Accounts and logging in"_s);
    QCOMPARE(messages(window), (QStringList{ u"LoginWithKey"_s, u"LoggedIn"_s }));
    kind->setCurrentText(u"Welcome"_s);
    QCOMPARE(messages(window), QStringList{ u"Welcome"_s });
    // What comes later and is of another kind stays out; the choice stays, though the list of kinds grows.
    QVERIFY(m_chat.says(u"marie"_s, m_chat.firstRoom(), u"Of another kind"_s));
    QVERIFY(waitUntil([&] { return kind->findText(u"RoomEvent"_s) >= 0; }));
    QCOMPARE(messages(window), QStringList{ u"Welcome"_s });
    QCOMPARE(kind->currentText(), u"Welcome"_s);
    kind->setCurrentIndex(1);
    QVERIFY(messages(window).contains(u"Online"_s) && !messages(window).contains(u"Pong"_s));
}

void TestHowItWorks::pausesAndClears()
{
    HowItWorksWindow *window = watch();
    QVERIFY(m_chat.says(u"marie"_s, m_chat.firstRoom(), u"One"_s));
    QVERIFY(waitUntil([&] { return messages(window).contains(u"RoomEvent"_s); }));
    auto *pause = part<QPushButton>(window, "pause");
    pause->click();
    QCOMPARE(pause->text(), u"Go on"_s);
    const QStringList before = messages(window);
    QVERIFY(m_chat.says(u"marie"_s, m_chat.firstRoom(), u"Two"_s));
    QVERIFY(waitUntil([&] { return part<QLabel>(window, "counts")->text().contains(u"not kept during the pause"_s); }));
    QCOMPARE(messages(window), before);
    pause->click();
    QVERIFY(m_chat.says(u"marie"_s, m_chat.firstRoom(), u"Three"_s));
    QVERIFY(waitUntil([&] { return messages(window).size() > before.size(); }));
    part<QPushButton>(window, "clear")->click();
    QCOMPARE(messages(window), QStringList());
    QVERIFY(!part<QLabel>(window, "counts")->text().contains(u"pause"_s));
    // Off: what was seen stays, nothing more comes.
    QVERIFY(m_chat.says(u"marie"_s, m_chat.firstRoom(), u"Four"_s));
    QVERIFY(waitUntil([&] { return messages(window).contains(u"RoomEvent"_s); }));
    part<QCheckBox>(window, "watch")->click();
    QVERIFY(!pause->isEnabled());
    const QStringList last = messages(window);
    QVERIFY(m_chat.says(u"marie"_s, m_chat.firstRoom(), u"Five"_s));
    const Seq head = m_chat.workspace().rooms().find(m_chat.firstRoom())->head;
    QVERIFY(m_chat.says(u"marie"_s, m_chat.firstRoom(), u"Six"_s));
    QVERIFY(waitUntil([&] { return m_chat.workspace().rooms().find(m_chat.firstRoom())->head > head; }));
    QCOMPARE(messages(window), last);
}

void TestHowItWorks::endsWithTheWindow()
{
    HowItWorksWindow *window = watch();
    QTest::keyClick(window, Qt::Key_Escape);
    QVERIFY(waitUntil([&] { return m_window.isNull(); }));
    QVERIFY(m_chat.workspace().sendText(m_chat.firstRoom(), u"After the end"_s));
    QVERIFY(waitUntil([&] { return m_chat.workspace().outbox().unsentCount() == 0; }));
    QVERIFY(!open()->isWatching());
}

void TestHowItWorks::worksWithoutAServer()
{
    HowItWorksWindow *window = watch();
    window->setWorkspace(nullptr);
    QVERIFY(m_chat.says(u"marie"_s, m_chat.firstRoom(), u"Unseen"_s));
    const qsizetype rows = messages(window).size();
    QVERIFY(!part<QPushButton>(window, "connectAgain")->isEnabled());
    // A server that comes is watched from its first step on.
    Result<Workspace *> added = m_chat.workspaces->add(*JoinLink::parse(u"salon+plain://127.0.0.1:1/"_s));
    QVERIFY(added);
    QCOMPARE(window->workspace(), *added);
    (*added)->login(Registration{ u"x"_s, u"x"_s, {}, u"an-invitation"_s });
    QVERIFY(waitUntil([&] { return messages(window).mid(rows).contains(u"Connecting"_s); }));
    m_chat.workspaces->remove((*added)->id());
    QCOMPARE(window->workspace(), &m_chat.workspace());
    const qsizetype before = messages(window).size();
    QVERIFY(m_chat.says(u"marie"_s, m_chat.firstRoom(), u"Seen again"_s));
    QVERIFY(waitUntil([&] { return messages(window).mid(before).contains(u"RoomEvent"_s); }));
}

void TestHowItWorks::rowsKeepTheNamesOfTheirServer()
{
    // Room 1 and account 1 are others on each server.
    ServerProcess school;
    school.makeLenient();
    school.arguments << u"--name"_s << u"School"_s << u"--listen-plain"_s << u"127.0.0.1:0"_s;
    QVERIFY(school.start());
    HowItWorksWindow *window = watch();
    QVERIFY(waitUntil([&] { return !connections(window).isEmpty(); }));
    QCOMPARE(connections(window), QStringList{ u"Connection to Salon du quartier"_s });
    QVERIFY(m_chat.workspace().sendText(m_chat.firstRoom(), u"Chez nous"_s));
    QVERIFY(choose(window, u"SendMessage"_s));
    const auto roomShown = [window] {
        return part<QTreeWidget>(window, "frameParts")->topLevelItem(4)->child(0)->text(1);
    };
    const QString here = roomShown();
    QVERIFY2(
        here.endsWith(u"(%1)"_s.arg(m_chat.workspace().rooms().displayName(m_chat.firstRoom()))), qPrintable(here));

    const Result<Workspace *> added = m_chat.workspaces->add(school.plainLink());
    QVERIFY(added);
    Workspace &other = **added;
    const auto leave = qScopeGuard([&, id = other.id()] {
        m_chat.workspaces->remove(id); // maybe once more
        m_chat.window->showRoom(&m_chat.workspace());
    });
    other.login(Registration{ u"luc"_s, u"Luc"_s, {}, school.ownerCode() });
    QVERIFY(waitUntil([&] { return other.session().isOnline() && !other.rooms().ids().isEmpty(); }));
    const RoomId room = other.rooms().ids().constFirst();
    QCOMPARE(room, m_chat.firstRoom());
    const auto renamed = other.renameRoom(room, u"Récré"_s);
    QVERIFY(waitUntil([&] { return other.rooms().displayName(room) == u"Récré"_s; }));
    QVERIFY(other.sendText(room, u"Là-bas"_s));
    QVERIFY(waitUntil([&] { return other.outbox().unsentCount() == 0; }));
    QVERIFY(waitUntil([&] { return messages(window).count(u"SendMessage"_s) == 2; }));
    QCOMPARE(connections(window).size(), 2);
    QCOMPARE(connections(window).first(), u"Connection to Salon du quartier"_s);

    // What is looked at now, and what is chosen again, is as it was.
    part<QComboBox>(window, "kind")->setCurrentText(u"Messages and reading"_s);
    auto *list = part<QTreeView>(window, "frames");
    QList<QModelIndex> sends;
    for (int row = 0; row < list->model()->rowCount(); ++row) {
        const QModelIndex index = list->model()->index(row, 0);
        if (index.siblingAtColumn(FrameLogModel::MessageColumn).data() == u"SendMessage"_s)
            sends.append(index);
    }
    QCOMPARE(sends.size(), 2);
    list->setCurrentIndex(sends[1]);
    QCOMPARE(roomShown(), u"%1 (Récré)"_s.arg(room.value));
    part<QPushButton>(window, "copy")->click();
    QVERIFY(QGuiApplication::clipboard()->text().contains(u"Récré"_s));
    list->setCurrentIndex(sends[0]);
    QCOMPARE(roomShown(), here);
    part<QPushButton>(window, "copy")->click();
    const QString copied = QGuiApplication::clipboard()->text();
    QVERIFY2(copied.startsWith(u"Connection to Salon du quartier\n"_s), qPrintable(copied));
    QVERIFY2(copied.contains(here) && !copied.contains(u"Récré"_s), qPrintable(copied));
    // Without its server a row has numbers, and no names of another.
    list->setCurrentIndex(sends[1]);
    m_chat.workspaces->remove(other.id());
    list->setCurrentIndex(sends[0]);
    list->setCurrentIndex(sends[1]);
    QCOMPARE(roomShown(), QString::number(room.value));
}

void TestHowItWorks::bytesSayWhatTheyAreFor()
{
    HowItWorksWindow *window = watch();
    QVERIFY(m_chat.workspace().sendText(m_chat.firstRoom(), u"Listen"_s));
    QVERIFY(choose(window, u"SendMessage"_s));
    auto *bytes = part<QAbstractScrollArea>(window, "frameBytes");
    bytes->setFocus();
    QTest::keyClick(bytes, Qt::Key_Home);
    const QAccessibleInterface *accessible = QAccessible::queryAccessibleInterface(bytes);
    QVERIFY(accessible);
    const auto description = [accessible] {
        return accessible->text(QAccessible::Description);
    };
    // That it changed is told with it, where somebody listens: the platform of tests never does.
    QVERIFY(description().startsWith(u"The length, four bytes"_s));
    const QString length = description();
    QTest::keyClick(bytes, Qt::Key_Right);
    QCOMPARE(description(), length); // still the same four bytes
    for (int i = 0; i < 3; ++i)
        QTest::keyClick(bytes, Qt::Key_Right);
    QCOMPARE(description(), u"CBOR says what follows: a list of 3 things."_s);
}

void TestHowItWorks::copiesABoundedNumberOfBytes()
{
    SystemClock clock;
    FrameLogModel log(clock);
    PeerFileChunk chunk;
    chunk.cid = Cid::createUuid();
    chunk.data = QByteArray(int(MaxPeerChunkBytes), 'd');
    log.beginConnection(u"Bob"_s, true);
    log.tap().frameSent(encodeFrame(chunk));
    QVERIFY(waitUntil([&] { return log.rowCount() == 2; }));
    const QString text = FrameWords::asText(log.index(1, 0), {});
    QVERIFY(text.startsWith(u"Direct connection with Bob\n"_s));
    QVERIFY2(text.size() < 80'000, qPrintable(QString::number(text.size())));
    QVERIFY(text.endsWith(u" more bytes\n"_s));
}

void TestHowItWorks::listAndExplanationTakeTurnsWhereTheWindowIsShort()
{
    HowItWorksWindow *window = watch();
    QVERIFY(m_chat.workspace().sendText(m_chat.firstRoom(), u"Short"_s));
    QVERIFY(choose(window, u"SendMessage"_s));
    auto *list = part<QTreeView>(window, "frames");
    auto *tabs = part<QTabWidget>(window, "tabs");
    auto *more = part<QToolButton>(window, "more");
    QVERIFY(list->isVisible() && part<QLabel>(window, "framePurpose")->isVisible());
    QVERIFY(!more->isVisible());
    m_chat.theme.setZoom(2.0);
    window->resize(800, 600);
    QTRY_VERIFY(more->isVisible());
    QCOMPARE(window->size(), QSize(800, 600));
    QVERIFY(!part<QPushButton>(window, "clear")->isVisible());
    QCOMPARE(tabs->count(), 3);
    QVERIFY(!list->isVisible());
    const auto *purpose = part<QLabel>(window, "framePurpose");
    QTRY_VERIFY(!purpose->visibleRegion().isEmpty()); // not below the fold
    tabs->setCurrentIndex(0);
    QTRY_VERIFY(list->isVisible());
    QVERIFY2(list->viewport()->height() >= 4 * list->sizeHintForRow(0), qPrintable(QString::number(list->height())));
    QTest::keyClick(list, Qt::Key_Return);
    QCOMPARE(tabs->currentIndex(), 1);
    // Every command is in the menu.
    more->click();
    auto *menu = part<QMenu>(window, "moreMenu");
    QVERIFY(menu->isVisible());
    const auto closed = qScopeGuard([menu] { menu->close(); });
    const auto action = [menu](const QString &words) {
        const QList<QAction *> all = menu->findChildren<QAction *>();
        for (QAction *one : all) {
            if (one->text() == words)
                return one;
        }
        qFatal("no %s", qPrintable(words));
    };
    QVERIFY(action(u"Connect again"_s)->isEnabled());
    action(u"Copy as text"_s)->trigger();
    QVERIFY(QGuiApplication::clipboard()->text().contains(u"Short"_s));
    action(u"Sent"_s)->trigger();
    QVERIFY(!messages(window).contains(u"Sent"_s) && messages(window).contains(u"SendMessage"_s));
    action(u"Clear"_s)->trigger();
    QCOMPARE(messages(window), QStringList());
    // And back, with the same list.
    m_chat.theme.setZoom(1.0);
    window->resize(960, 700);
    QTRY_VERIFY(!more->isVisible());
    QCOMPARE(tabs->count(), 2);
    QVERIFY(m_chat.workspace().sendText(m_chat.firstRoom(), u"Tall"_s));
    QVERIFY(choose(window, u"SendMessage"_s));
    QVERIFY(list->isVisible() && purpose->isVisible());
}

void TestHowItWorks::speaksTheLanguageOfNow()
{
    HowItWorksWindow *window = watch();
    QVERIFY(m_chat.workspace().sendText(m_chat.firstRoom(), u"Langues"_s));
    QVERIFY(choose(window, u"SendMessage"_s));
    PseudoTranslator pseudo;
    QCoreApplication::installTranslator(&pseudo);
    QVERIFY(waitUntil([&] { return window->windowTitle().contains(u'['); }));
    QCOMPARE(untranslated(*window), QStringList());
    QVERIFY(part<QLabel>(window, "framePurpose")->text().startsWith(u'['));
    QVERIFY(part<QTreeWidget>(window, "frameParts")->topLevelItem(0)->text(0).startsWith(u'['));
    QVERIFY(part<QTreeView>(window, "frames")->model()->headerData(0, Qt::Horizontal).toString().startsWith(u'['));
    QVERIFY(part<QComboBox>(window, "kind")->itemText(0).startsWith(u'['));
    QCoreApplication::removeTranslator(&pseudo);
}

void TestHowItWorks::isReachedByKeysAndNamed()
{
    HowItWorksWindow *window = watch();
    QVERIFY(m_chat.workspace().sendText(m_chat.firstRoom(), u"Tab"_s));
    QVERIFY(choose(window, u"SendMessage"_s));
    const QStringList problems = accessibilityProblems(*window);
    QVERIFY2(problems.isEmpty(), qPrintable(problems.join(u", "_s)));
}

void TestHowItWorks::draws_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<ThemeChoice>("look");
    QTest::addColumn<QSize>("size");
    QTest::addColumn<qreal>("zoom");
    QTest::newRow("en-light") << u"en"_s << ThemeChoice::Light << QSize(960, 700) << 1.0;
    QTest::newRow("fr-dark") << u"fr"_s << ThemeChoice::Dark << QSize(960, 700) << 1.0;
    QTest::newRow("fr-light-800") << u"fr"_s << ThemeChoice::Light << QSize(800, 600) << 1.0;
    QTest::newRow("en-dark-800") << u"en"_s << ThemeChoice::Dark << QSize(800, 600) << 1.0;
    QTest::newRow("fr-light-200") << u"fr"_s << ThemeChoice::Light << QSize(800, 600) << 2.0;
    QTest::newRow("en-dark-200") << u"en"_s << ThemeChoice::Dark << QSize(1600, 1200) << 2.0;
    QTest::newRow("fr-contrast") << u"fr"_s << ThemeChoice::HighContrast << QSize(960, 700) << 1.0;
}

void TestHowItWorks::keep(QWidget &window, const QString &name)
{
    for (int i = 0; i < 5; ++i)
        QCoreApplication::processEvents();
    const QPixmap picture = window.grab();
    QVERIFY(!picture.isNull());
    const QString folder = qEnvironmentVariable("SALON_PICTURES");
    if (!folder.isEmpty())
        QVERIFY(picture.save(QDir(folder).filePath(
            "how-it-works-%1-%2.png"_L1.arg(name, QString::fromLatin1(QTest::currentDataTag())))));
}

void TestHowItWorks::draws()
{
    QFETCH(QString, language);
    QFETCH(ThemeChoice, look);
    QFETCH(QSize, size);
    QFETCH(qreal, zoom);
    m_chat.languages.setChoice(language == "fr"_L1 ? LanguageChoice::French : LanguageChoice::English);
    m_chat.theme.setChoice(look);
    m_chat.theme.setZoom(zoom);
    HowItWorksWindow *window = open();
    window->resize(800, 600);
    QTRY_COMPARE(window->size(), QSize(800, 600)); // as small as that it can be made
    QVERIFY(window->minimumSizeHint().width() <= 800);
    QVERIFY(window->minimumSizeHint().height() <= 600);
    window->resize(size);
    keep(*window, u"off"_s);
    part<QCheckBox>(window, "watch")->click();
    part<QPushButton>(window, "connectAgain")->click();
    QVERIFY(choose(window, u"PeopleList"_s));
    QVERIFY(m_chat.says(u"marie"_s, m_chat.firstRoom(), u"Bonjour à tous ! On peut tester les sockets ?"_s));
    QVERIFY(m_chat.workspace().sendText(m_chat.firstRoom(), u"Oui, netcat répond déjà."_s));
    QVERIFY(choose(window, u"LoginWithKey"_s));
    keep(*window, u"login"_s);
    QVERIFY(choose(window, u"RoomEvent"_s));
    QVERIFY(choose(window, u"SendMessage"_s));
    auto *tree = part<QTreeWidget>(window, "frameParts");
    tree->setCurrentItem(tree->topLevelItem(4)->child(3));
    keep(*window, u"message"_s);
    part<QTabWidget>(window, "tabs")->setCurrentIndex(1);
    keep(*window, u"layers"_s);
}

QTEST_MAIN(TestHowItWorks)
#include "tst_how_it_works.moc"
