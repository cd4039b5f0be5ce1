// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "nearby_device.h"

#include "client-gui/app/language_manager.h"
#include "client-gui/app/theme.h"
#include "client-gui/main_window/main_window.h"
#include "client-gui/main_window/window_state.h"
#include "client-gui/nearby/decision_page.h"
#include "client-gui/nearby/direct_conversation_dialog.h"
#include "client-gui/nearby/file_card.h"
#include "client-gui/nearby/header_fit.h"
#include "client-gui/nearby/nearby_header.h"
#include "client-gui/nearby/nearby_panel.h"
#include "client-gui/nearby/nearby_view.h"
#include "client-gui/nearby/reachable_bar.h"
#include "client-gui/nearby/words_dialog.h"
#include "client-gui/rooms/room_list_pane.h"
#include "client-gui/widgets/elided_label.h"
#include "shared/client-core/workspaces.h"

#include <QAbstractButton>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPointer>
#include <QScrollArea>
#include <QSplitter>
#include <QStandardItemModel>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace salon;
using namespace salon::test;

/// People nearby where there is little room: everything enlarged twice, in both languages, in a narrow pane or a small
/// window. Nothing is cut off.
class TestNearbyNarrow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void decisionFitsANarrowPane_data() { widths(); }
    void decisionFitsANarrowPane();
    void doubtFitsANarrowPane_data() { widths(); }
    void doubtFitsANarrowPane();
    void fileCardFitsANarrowPane_data() { widths(); }
    void fileCardFitsANarrowPane();
    void headerKeepsTheName_data() { widths(); }
    void headerKeepsTheName();
    void dialogsScrollInsteadOfCuttingLines_data() { widths(); }
    void dialogsScrollInsteadOfCuttingLines();
    void sidebarShowsWholeRowsAndButtons();
    void ownWordsAreFoundWhileItIsOff();
    void barIsShortInANarrowPane();
    void windowThatBeginsNarrowHasNoBlankPane();
    void windowFitsASmallScreen();

private:
    static void widths();
    void show(QWidget &widget, QSize size) const;
    [[nodiscard]] Nearby &nearby() const { return *m_me->nearby; }

    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<LanguageManager> m_languages;
    std::unique_ptr<NearbyDevice> m_me;
    QByteArray m_luc = QByteArray(32, 'l');
};

namespace {

/// The first visible part that is not wholly inside of `frame`, or a wrapped label that shows less than its text.
QString cutOff(const QWidget &frame)
{
    const QList<QWidget *> all = frame.findChildren<QWidget *>();
    for (const QWidget *part : all) {
        const auto *label = qobject_cast<const QLabel *>(part);
        const auto *button = qobject_cast<const QAbstractButton *>(part);
        if (!part->isVisibleTo(&frame) || (!label && !button))
            continue;
        const QWidget *parent = part->parentWidget();
        if (qobject_cast<const QLineEdit *>(parent))
            continue; // its pictures are its own matter
        const QString name = part->objectName() + u' ' + (label ? label->text() : button->text());
        if (!parent->rect().contains(part->geometry()))
            return name + u" is outside of its parent"_s;
        const QRect place(part->mapTo(&frame, QPoint()), part->size());
        if (place.left() < 0 || place.right() >= frame.width())
            return name + u" is outside"_s;
        if (button && button->width() < button->sizeHint().width())
            return name + u" is narrower than its words"_s;
        if (button && button->height() < button->sizeHint().height())
            return name + u" is lower than its words"_s;
        if (label && label->wordWrap() && label->height() < label->heightForWidth(label->width()))
            return name + u" is cut at its foot"_s;
    }
    return {};
}

} // namespace

void TestNearbyNarrow::widths()
{
    QTest::addColumn<LanguageChoice>("language");
    QTest::addColumn<int>("width");
    for (const int width : { 400, 440, 700, 1400 }) {
        QTest::addRow("English, %d", width) << LanguageChoice::English << width;
        QTest::addRow("French, %d", width) << LanguageChoice::French << width;
    }
}

void TestNearbyNarrow::init()
{
    qputenv("SALON_DISCOVERY_PORT", "0");
    m_theme = std::make_unique<Theme>();
    m_theme->setReducedMotion(true);
    m_theme->setZoom(2);
    m_languages = std::make_unique<LanguageManager>();
    m_me = std::make_unique<NearbyDevice>(u"Camille"_s);
    QVERIFY(m_me->isReady);
    NearbyPerson luc;
    luc.key = m_luc;
    luc.name = u"Bob Dupond"_s;
    luc.found = true;
    luc.asks = true;
    luc.direct = true;
    luc.words = { u"nova"_s, u"puro"_s, u"fisa"_s, u"gono"_s };
    nearby().people().put(luc);
}

void TestNearbyNarrow::cleanup()
{
    m_me.reset();
    m_languages.reset();
    m_theme.reset();
}

void TestNearbyNarrow::show(QWidget &widget, QSize size) const
{
    widget.resize(size);
    widget.show();
    QVERIFY(QTest::qWaitForWindowExposed(&widget));
    for (int i = 0; i < 5; ++i)
        QCoreApplication::processEvents();
}

void TestNearbyNarrow::decisionFitsANarrowPane()
{
    QFETCH(LanguageChoice, language);
    QFETCH(int, width);
    m_languages->setChoice(language);
    QWidget pane;
    DecisionPage page(*m_theme, nearby(), &pane);
    page.setPerson(m_luc);
    page.setGeometry(0, 0, width, 500);
    show(pane, { width, 500 });
    const auto *scroll = page.findChild<QScrollArea *>();
    QVERIFY(scroll);
    QVERIFY2(scroll->widget()->width() <= scroll->viewport()->width(),
        qPrintable(u"%1 in %2"_s.arg(scroll->widget()->width()).arg(scroll->viewport()->width())));
    QCOMPARE(cutOff(*scroll->widget()), QString());
}

void TestNearbyNarrow::doubtFitsANarrowPane()
{
    NearbyPerson known = *nearby().people().find(m_luc);
    known.key = QByteArray(32, 'k');
    known.asks = false;
    known.trust = PeerTrust::Accepted;
    nearby().people().put(known);
    NearbyPerson luc = *nearby().people().find(m_luc);
    luc.doubt = PeerDoubt::OtherKeyAtAddress;
    luc.notKey = known.key;
    nearby().people().put(luc);
    decisionFitsANarrowPane();
}

void TestNearbyNarrow::fileCardFitsANarrowPane()
{
    QFETCH(LanguageChoice, language);
    QFETCH(int, width);
    m_languages->setChoice(language);
    QStandardItemModel files(1, 1);
    const QModelIndex file = files.index(0, 0);
    files.setData(file, int(PeerFileState::Offered), PeerTimeline::FileStateRole);
    files.setData(file, u"rapport.pdf"_s, PeerTimeline::FileNameRole);
    files.setData(file, u"2.9 MB"_s, PeerTimeline::FileTextRole);
    QWidget pane;
    FileCard card(*m_theme, file, &pane);
    card.resize(width, card.sizeHint().height());
    show(pane, { width, 500 });
    card.resize(width, card.sizeHint().height());
    QCoreApplication::processEvents();
    QVERIFY(card.minimumSizeHint().width() <= width);
    QCOMPARE(cutOff(card), QString());
    const QList<ElidedLabel *> labels = card.findChildren<ElidedLabel *>();
    for (const ElidedLabel *label : labels)
        QVERIFY2(!label->isElided(), qPrintable(label->fullText()));
    files.setData(file, int(PeerFileState::Accepted), PeerTimeline::FileStateRole);
    card.showFile();
    card.resize(width, card.sizeHint().height());
    QCoreApplication::processEvents();
    QCOMPARE(cutOff(card), QString());
}

void TestNearbyNarrow::headerKeepsTheName()
{
    QFETCH(LanguageChoice, language);
    QFETCH(int, width);
    m_languages->setChoice(language);
    QWidget pane;
    NearbyHeader header(*m_theme, nearby(), &pane);
    header.setPerson(m_luc);
    header.setMaySend(true);
    header.setGeometry(0, 0, width, header.height());
    show(pane, { width, 300 });
    const auto *name = header.findChild<ElidedLabel *>(u"nearbyName"_s);
    QVERIFY(name);
    // How wide the name is depends on the fonts of the system: where it has no room, it has its least.
    const bool hasEnough = !name->isElided() || (width < 440 && name->width() >= m_theme->tokens().px(LeastHeaderName));
    QVERIFY2(hasEnough, qPrintable(u"%1 wide"_s.arg(name->width())));
    QVERIFY(header.minimumSizeHint().width() <= width);
    QCOMPARE(cutOff(header), QString());
    if (width >= 1400) {
        QVERIFY(header.findChild<QWidget *>(u"nearbyStatus"_s)->isVisible());
        QVERIFY(header.findChild<QWidget *>(u"compareWords"_s)->isVisible());
    }
}

void TestNearbyNarrow::dialogsScrollInsteadOfCuttingLines()
{
    QFETCH(LanguageChoice, language);
    QFETCH(int, width);
    m_languages->setChoice(language);
    QPointer<WordsDialog> words = new WordsDialog(*m_theme, nearby(), m_luc);
    QPointer<DirectConversationDialog> direct = new DirectConversationDialog(*m_theme, nearby());
    for (QDialog *dialog : std::initializer_list<QDialog *>{ words, direct }) {
        dialog->open();
        QVERIFY(QTest::qWaitForWindowExposed(dialog));
        // As on a screen that is no higher: nothing may make it larger.
        dialog->setMinimumSize(0, 0);
        dialog->setMaximumSize(std::max(width, dialog->minimumSizeHint().width()), 500);
        for (int i = 0; i < 5; ++i)
            QCoreApplication::processEvents();
        const QString cut = cutOff(*dialog);
        QVERIFY2(cut.isEmpty(), qPrintable(dialog->objectName() + u": "_s + cut));
    }
    delete words;
    delete direct;
}

void TestNearbyNarrow::sidebarShowsWholeRowsAndButtons()
{
    for (int i = 0; i < 6; ++i) {
        NearbyPerson person;
        person.key = QByteArray(32, char('a' + i));
        person.name = u"Person %1"_s.arg(i);
        person.found = true;
        nearby().people().put(person);
    }
    for (const LanguageChoice language : { LanguageChoice::English, LanguageChoice::French }) {
        m_languages->setChoice(language);
        Workspaces workspaces(*m_me->profile, u"test"_s);
        MainWindow window(*m_theme, *m_languages, *m_me->profile, workspaces);
        window.setNearby(nearby());
        window.showNearby();
        show(window, { 800, 600 });
        const auto *pane = window.findChild<QWidget *>(u"roomPane"_s);
        QVERIFY(pane);
        const int row = m_theme->tokens().listRowHeight();
        const QListView &list = window.nearbyPanel()->list();
        QVERIFY(list.height() >= row);
        QCOMPARE(list.height() % row, 0);
        const QRect panel = window.nearbyPanel()->rect();
        QVERIFY2(panel.contains(list.geometry()),
            qPrintable(u"%1 rows of %2 end at %3 of %4, pane %5"_s.arg(list.height() / row)
                           .arg(row)
                           .arg(list.geometry().bottom())
                           .arg(panel.height())
                           .arg(pane->height())));
        QCOMPARE(cutOff(*pane), QString());
        QCOMPARE(window.height(), 600);
    }
}

void TestNearbyNarrow::ownWordsAreFoundWhileItIsOff()
{
    QVERIFY(!nearby().isOpen());
    QPointer<WordsDialog> dialog = new WordsDialog(*m_theme, nearby(), {});
    dialog->open();
    const auto *own = dialog->findChild<QLabel *>(u"ownWords"_s);
    QVERIFY(own);
    QVERIFY(waitUntil([&] { return own->text().count(u'·') == 3; }));
    delete dialog;
}

void TestNearbyNarrow::barIsShortInANarrowPane()
{
    m_languages->setChoice(LanguageChoice::English);
    QWidget pane;
    ReachableBar bar(*m_theme, nearby(), &pane);
    show(pane, { 1400, 400 });
    bar.setServerAway(true);
    bar.resize(1400, 100);
    const QString whole = bar.text();
    QVERIFY(whole.contains(u"Bob Dupond"_s));
    bar.resize(420, 100);
    QVERIFY(bar.text().contains(u"Bob Dupond"_s));
    QVERIFY(bar.text().size() < whole.size());
    QCOMPARE(bar.accessibleName(), whole);
    QVERIFY(bar.toolTip().contains(u"Bob Dupond"_s));
    bar.resize(1400, 100);
    QCOMPARE(bar.text(), whole);
}

void TestNearbyNarrow::windowThatBeginsNarrowHasNoBlankPane()
{
    m_theme->setZoom(1);
    Workspaces workspaces(*m_me->profile, u"test"_s);
    const int kept = m_me->profile->settings().current().sidebarWidth;
    {
        MainWindow window(*m_theme, *m_languages, *m_me->profile, workspaces);
        window.setNearby(nearby());
        window.showNearby();
        show(window, { 600, 500 });
        window.keepState();
    }
    MainWindow window(*m_theme, *m_languages, *m_me->profile, workspaces);
    window.setNearby(nearby());
    window.showNearby();
    window.show();
    QVERIFY(QTest::qWaitForWindowExposed(&window));
    QCOMPARE(window.width(), 600);
    const auto *splitter = window.findChild<QSplitter *>();
    QVERIFY(window.roomList().isIconsOnly());
    QCOMPARE(splitter->sizes().at(0), window.roomList().width());
    QCOMPARE(m_me->profile->settings().current().sidebarWidth, kept);
    m_theme->setZoom(2); // the icons are wider than any mark of "folded away"
    window.keepState();
    QCOMPARE(m_me->profile->settings().current().sidebarWidth, kept);
}

void TestNearbyNarrow::windowFitsASmallScreen()
{
    QCOMPARE(WindowState::leastSize({ 1920, 1080 }), QSize(480, 360));
    QCOMPARE(WindowState::leastSize({ 400, 300 }), QSize(400, 300));
    m_theme->setZoom(1);
    m_languages->setChoice(LanguageChoice::French);
    NearbyPerson luc = *nearby().people().find(m_luc);
    luc.trust = PeerTrust::Accepted;
    luc.asks = false;
    nearby().people().put(luc);
    Workspaces workspaces(*m_me->profile, u"test"_s);
    MainWindow window(*m_theme, *m_languages, *m_me->profile, workspaces);
    window.setMinimumSize(WindowState::leastSize({ 400, 300 }));
    window.setNearby(nearby());
    window.showNearby(m_luc);
    show(window, { 400, 300 });
    QCOMPARE(window.size(), QSize(400, 300));
    const QRect inside = window.rect();
    for (const char *name : { "nearbyHeader", "composer" }) {
        const auto *part = window.nearbyView()->findChild<QWidget *>(QLatin1StringView(name));
        QVERIFY2(part && part->isVisible(), name);
        QVERIFY2(inside.contains(QRect(part->mapTo(&window, QPoint()), part->size())), name);
        QVERIFY2(part->minimumSizeHint().width() <= part->width(), name);
    }
    QVERIFY(!window.findChild<ElidedLabel *>(u"nearbyName"_s)->isElided());
}

QTEST_MAIN(TestNearbyNarrow)
#include "tst_nearby_narrow.moc"
