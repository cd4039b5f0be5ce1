// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-gui/app/application.h"
#include "client-gui/app/single_instance.h"
#include "client-gui/dialogs/join_dialog.h"
#include "client-gui/main_window/main_window.h"

#include <QFile>
#include <QFileOpenEvent>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QUrl>

using namespace Qt::StringLiterals;
using namespace salon;

namespace {

const auto Given = u"salon://given.example/?invite=a"_s;
const auto Other = u"salon://other.example/?invite=b"_s;

/// As the system hands over a link that somebody clicked.
void click(const QString &link)
{
    QFileOpenEvent event{ QUrl(link) };
    QCoreApplication::sendEvent(qApp, &event);
}

template <class Widget = QLineEdit>
Widget *find(const QWidget *parent, const QString &name)
{
    return parent ? parent->findChild<Widget *>(name) : nullptr;
}

} // namespace

/// What the program does with a link that somebody else wrote: it fills the form, and the person decides.
class TestFirstStart : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { qputenv("SALON_DISCOVERY_PORT", "0"); }
    void init();
    void cleanup();
    void aPresetFillsTheFirstPage();
    void aGivenLinkWinsOverThePreset();
    void aPresetIsForTheFirstStartOnly_data();
    void aPresetIsForTheFirstStartOnly();
    void aWrongPresetIsNone();
    void onlyTheGivenLinkJoinsByItself();
    void aPresetNeverJoinsByItself();
    void anotherLinkTakesTypedSecretsAway();
    void aLinkReachesTheDialogThatIsOpen();
    void aSecondStartIsHeardBeforeThereIsAWindow();

private:
    [[nodiscard]] bool put(const QString &name, const QByteArray &bytes) const
    {
        QFile file(m_folder->filePath(name));
        return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
    }
    [[nodiscard]] bool putPreset(const QString &server) const
    {
        return put(u"preset.ini"_s, "[Salon]\nserver=" + server.toUtf8() + "\nlanguage=fr\n");
    }
    void make()
    {
        m_options.dataFolder = m_folder->filePath(u"données d’Élise"_s);
        m_options.presetFile = m_folder->filePath(u"preset.ini"_s);
        m_application = std::make_unique<Application>(m_options);
        m_application->start();
    }
    void start()
    {
        make();
        QTRY_VERIFY(m_application->window() && m_application->window()->isVisible());
    }
    [[nodiscard]] QWidget *window() const { return m_application->window(); }
    [[nodiscard]] QString address() const
    {
        const auto *edit = find(window(), u"address"_s);
        return edit ? edit->text() : u"no address"_s;
    }
    /// While a server is being joined nothing can be typed.
    [[nodiscard]] bool isJoining() const { return !find(window(), u"address"_s)->isEnabled(); }

    std::unique_ptr<QTemporaryDir> m_folder;
    Application::Options m_options;
    std::unique_ptr<Application> m_application;
};

void TestFirstStart::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_options = {};
    m_options.language = u"en"_s;
}

void TestFirstStart::cleanup()
{
    m_application.reset();
}

void TestFirstStart::aPresetFillsTheFirstPage()
{
    m_options.language.clear();
    QVERIFY(putPreset(Given));
    start();
    QCOMPARE(address(), Given);
    QCOMPARE(QLocale().language(), QLocale::French);
    QVERIFY(!isJoining());
}

void TestFirstStart::aGivenLinkWinsOverThePreset()
{
    QVERIFY(putPreset(Other));
    m_options.link = Given;
    start();
    QCOMPARE(address(), Given);
    QCOMPARE(QLocale().language(), QLocale::English);
}

void TestFirstStart::aPresetIsForTheFirstStartOnly_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("settings") << u"settings.ini"_s << QByteArray("[General]\n");
    QTest::newRow("a damaged file of settings") << u"settings.ini"_s << QByteArray("\0\xff", 2);
}

void TestFirstStart::aPresetIsForTheFirstStartOnly()
{
    QFETCH(QString, file);
    QFETCH(QByteArray, bytes);
    QVERIFY(putPreset(Given));
    QVERIFY(QDir(m_folder->path()).mkpath(u"données d’Élise"_s));
    QVERIFY(put(u"données d’Élise/"_s + file, bytes));
    start();
    QCOMPARE(address(), QString());
}

void TestFirstStart::aWrongPresetIsNone()
{
    QVERIFY(putPreset(u"https://evil.example/"_s));
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"^the preset is not used: "_s));
    start();
    QCOMPARE(address(), QString());
}

void TestFirstStart::onlyTheGivenLinkJoinsByItself()
{
    m_options.name = u"Élise"_s;
    m_options.link = u"salon://127.0.0.1:9/"_s;
    start();
    QVERIFY(isJoining()); // the person who started it said both
    click(Other);
    QCOMPARE(address(), Other);
    QVERIFY(!isJoining());
    SingleInstance second(m_options.dataFolder);
    QSignalSpy delivered(&second, &SingleInstance::delivered);
    second.tellTheFirst(Given);
    QTRY_COMPARE(delivered.count(), 1);
    QCOMPARE(address(), Given);
    QVERIFY(!isJoining());
}

void TestFirstStart::aPresetNeverJoinsByItself()
{
    QVERIFY(putPreset(Given));
    m_options.name = u"Élise"_s;
    start();
    QCOMPARE(address(), Given);
    QVERIFY(!isJoining());
}

void TestFirstStart::anotherLinkTakesTypedSecretsAway()
{
    start();
    click(Given);
    auto *more = find<QPushButton>(window(), u"more"_s);
    QVERIFY(more);
    more->click();
    auto *name = find(window(), u"name"_s);
    QVERIFY(name);
    name->setText(u"Élise"_s);
    const QList<QLineEdit *> secrets{ find(window(), u"newPassword"_s), find(window(), u"password"_s),
        find(window(), u"code"_s) };
    for (QLineEdit *edit : secrets) {
        QVERIFY(edit);
        edit->setText(u"for given.example only"_s);
    }
    click(Given); // twice the same
    for (const QLineEdit *edit : secrets)
        QVERIFY(!edit->text().isEmpty());
    click(Other);
    for (const QLineEdit *edit : secrets)
        QCOMPARE(edit->text(), QString());
    QCOMPARE(name->text(), u"Élise"_s);
}

void TestFirstStart::aLinkReachesTheDialogThatIsOpen()
{
    start();
    m_application->window()->showNearby(); // no first page any more
    click(Given);
    const auto *dialog = window()->findChild<JoinDialog *>();
    QVERIFY(dialog);
    const auto *edit = find(dialog, u"address"_s);
    QVERIFY(edit);
    QCOMPARE(edit->text(), Given);
    click(Other);
    QCOMPARE(window()->findChildren<JoinDialog *>().size(), 1);
    QCOMPARE(edit->text(), Other);
    QVERIFY(edit->isEnabled());
}

void TestFirstStart::aSecondStartIsHeardBeforeThereIsAWindow()
{
    make();
    QVERIFY(!m_application->window()); // the key is still to be made
    SingleInstance second(m_options.dataFolder);
    QSignalSpy delivered(&second, &SingleInstance::delivered);
    second.tellTheFirst(Given);
    QTRY_COMPARE(delivered.count(), 1);
    QTRY_VERIFY(m_application->window() && m_application->window()->isVisible());
    QCOMPARE(address(), Given);
}

QTEST_MAIN(TestFirstStart)
#include "tst_first_start.moc"
