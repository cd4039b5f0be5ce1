// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-gui/app/theme.h"
#include "client-gui/timeline/attachment_source.h"
#include "client-gui/timeline/message_menu.h"
#include "client-gui/timeline/timeline_view.h"
#include "tests/gui/timeline/fake_timeline.h"

#include <QAccessible>
#include <QClipboard>
#include <QGuiApplication>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace salon;
using namespace salon::test;

namespace {

/// What a test says of the files, and which pictures were asked for.
class FakeSource : public AttachmentSource
{
public:
    [[nodiscard]] TransferProgress progressOf(const QModelIndex &, int, const FileEntry &) const override
    {
        return progress;
    }
    [[nodiscard]] TransferProgress uploadOf(const QModelIndex &row) const override
    {
        return row.data(TimelineModel::UploadRole).value<TransferProgress>();
    }
    [[nodiscard]] Picture pictureOf(
        const QModelIndex &row, int, const FileEntry &, QSize pixels, ImageDecoder::Fit) override
    {
        asked.insert(row.row());
        if (picture.state == Picture::State::Ready) {
            picture.pixmap = QPixmap(pixels.boundedTo(most));
            picture.pixmap.fill(Qt::red);
        }
        return picture;
    }

    TransferProgress progress{};
    Picture picture{};
    QSize most{ 10'000, 10'000 }; ///< of a picture, in pixels
    QSet<int> asked{};
};

FileEntry entry(const QString &name, quint64 size = 47'000, quint32 width = 0, quint32 height = 0)
{
    FileEntry file;
    file.hash = QByteArray(32, 'h');
    file.name = name;
    file.size = size;
    file.width = width;
    file.height = height;
    return file;
}

TransferProgress at(TransferProgress::State state, quint64 done = 10, quint64 total = 100)
{
    TransferProgress progress;
    progress.state = state;
    progress.done = done;
    progress.total = total;
    return progress;
}

} // namespace

/// Pictures and files of messages: where they stand, what is said of them and what can be done.
class TestTimelineFiles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void aPictureHasItsPlaceBeforeItComes();
    void picturesKeepTheirShapeWithinBounds_data();
    void picturesKeepTheirShapeWithinBounds();
    void severalPicturesStandInAGrid();
    void aBoxOfAGridIsFilled();
    void absurdSizesAreFiles();
    void manyFilesAreOneCard();
    void aFolderOpensAndShowsItsTree();
    void namesOfFoldersAreHarmless();
    void whatIsNotSeenIsNotAskedFor();
    void aClickOnAPictureShowsIt();
    void buttonsFollowTheState_data();
    void buttonsFollowTheState();
    void dangerousFilesAreNeverOffered();
    void progressMovesNothing();
    void ownFilesCanBePausedAndStopped();
    void theKeyboardReachesEverything();
    void theWholeIsSpoken();
    void stateIsSaidInWords();
    void copiedRowsNameTheirFiles();
    void withoutASourceNothingIsOffered();
    void allOfItIsPaintedInEveryLook();

private:
    [[nodiscard]] static FakeTimeline::Row message(const QList<FileEntry> &files, const QString &text = {});
    void show(const QList<FakeTimeline::Row> &rows, QSize size = { 800, 600 });
    [[nodiscard]] const AttachmentsLayout &files(int row) { return m_view->rows().layout(row).files(); }
    void click(int row, const QRect &rect)
    {
        QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, m_view->rowRect(row).topLeft() + rect.center());
    }
    [[nodiscard]] QList<FileAction> actions() const
    {
        QList<FileAction> list;
        for (const QList<QVariant> &call : *m_asked)
            list.append(call.constFirst().value<FileAction>());
        return list;
    }

    Theme m_theme;
    FakeSource m_source;
    std::unique_ptr<FakeTimeline> m_model;
    std::unique_ptr<TimelineView> m_view;
    std::unique_ptr<QSignalSpy> m_asked;
};

void TestTimelineFiles::init()
{
    m_source = {};
    m_model = std::make_unique<FakeTimeline>();
    m_view = std::make_unique<TimelineView>(m_theme);
    m_view->setOffers({ true, true });
    m_view->setAttachments(&m_source);
    m_asked = std::make_unique<QSignalSpy>(m_view.get(), &TimelineView::fileActionAsked);
}

void TestTimelineFiles::cleanup()
{
    m_asked.reset();
    m_view.reset();
    m_model.reset();
    m_theme.setZoom(1);
    m_theme.setChoice(ThemeChoice::Light);
}

FakeTimeline::Row TestTimelineFiles::message(const QList<FileEntry> &files, const QString &text)
{
    FakeTimeline::Row row = FakeTimeline::messages(1).constFirst();
    row.text = text;
    row.files = files;
    row.rights = FakeTimeline::AllRights;
    return row;
}

void TestTimelineFiles::show(const QList<FakeTimeline::Row> &rows, QSize size)
{
    m_model->rows = rows;
    m_view->resize(size);
    m_view->setModel(m_model.get());
    m_view->show();
    m_view->activateWindow();
    m_view->setFocus();
    QVERIFY(QTest::qWaitForWindowActive(m_view.get()));
    Q_UNUSED(m_view->firstVisibleRow())
}

void TestTimelineFiles::aPictureHasItsPlaceBeforeItComes()
{
    QList<FakeTimeline::Row> rows = FakeTimeline::messages(20);
    rows[5].files = { entry(u"Photo été.jpg"_s, 47'000, 1600, 1200) };
    show(rows, { 800, 400 });
    m_view->showRow(8);
    m_view->grab(); // rows that were guessed are measured now
    const QRect before = m_view->rowRect(8);
    const int height = m_view->rowRect(5).height();
    QVERIFY(height > 300);
    for (const auto state : { AttachmentSource::Picture::State::Coming, AttachmentSource::Picture::State::Ready,
             AttachmentSource::Picture::State::Broken }) {
        m_source.picture.state = state;
        m_view->repaintFiles();
        m_view->grab();
        QCOMPARE(m_view->rowRect(8), before);
        QCOMPARE(m_view->rowRect(5).height(), height);
    }
}

void TestTimelineFiles::picturesKeepTheirShapeWithinBounds_data()
{
    QTest::addColumn<QSize>("picture");
    QTest::addColumn<QSize>("shown");
    QTest::newRow("small") << QSize(100, 80) << QSize(100, 80);
    QTest::newRow("wide") << QSize(4200, 1000) << QSize(420, 100);
    QTest::newRow("high") << QSize(1000, 3200) << QSize(100, 320);
    QTest::newRow("a dot") << QSize(1, 1) << QSize(32, 32);
    QTest::newRow("a line") << QSize(20000, 2) << QSize(420, 32);
}

void TestTimelineFiles::picturesKeepTheirShapeWithinBounds()
{
    QFETCH(QSize, picture);
    QFETCH(QSize, shown);
    show({ message({ entry(u"a.png"_s, 1000, quint32(picture.width()), quint32(picture.height())) }) });
    QCOMPARE(files(0).pictures().size(), 1);
    QCOMPARE(files(0).pictures().constFirst().rect.size(), shown);
}

void TestTimelineFiles::severalPicturesStandInAGrid()
{
    QList<FileEntry> many;
    for (int i = 0; i < 12; ++i)
        many.append(entry(u"%1.png"_s.arg(i), 1000, 640, 480));
    show({ message(many.first(2)), message(many.first(3)), message(many.first(4)), message(many) });
    for (int row = 0; row < 4; ++row) {
        const QList<AttachmentsLayout::Picture> &pictures = files(row).pictures();
        for (qsizetype i = 0; i < pictures.size(); ++i)
            for (qsizetype k = 0; k < i; ++k)
                QVERIFY(!pictures[i].rect.intersects(pictures[k].rect));
        QVERIFY(pictures.constLast().rect.bottom() < m_view->rowRect(row).height());
    }
    QCOMPARE(files(0).pictures()[1].rect.top(), files(0).pictures()[0].rect.top());
    QCOMPARE(files(2).pictures()[2].rect.left(), files(2).pictures()[0].rect.left()); // two and two
    QCOMPARE(files(3).pictures().size(), AttachmentsLayout::MostPictures);
    QCOMPARE(files(3).hiddenPictures(), 3);
}

void TestTimelineFiles::aBoxOfAGridIsFilled()
{
    m_source.picture.state = AttachmentSource::Picture::State::Ready;
    // As many pixels as a wide picture has: less than the box is high, as on a screen with twice as many.
    const quint32 low = 100;
    m_source.most = QSize(10'000, int(low));
    show({ message({ entry(u"a.png"_s, 1000, 900, low), entry(u"b.png"_s, 1000, 900, low),
               entry(u"c.png"_s, 1000, 900, low) }),
        message({ entry(u"d.png"_s, 1000, 900, 20), entry(u"e.png"_s, 1000, 900, 20),
            entry(u"f.png"_s, 1000, 900, 20) }) });
    const QImage shown = m_view->viewport()->grab().toImage();
    const auto colourAt = [&](int row, double share) {
        const QRect box = files(row).pictures()[1].rect.translated(m_view->rowRect(row).topLeft());
        return shown.pixelColor(box.center().x(), box.top() + int(box.height() * share));
    };
    QVERIFY(files(0).pictures()[1].rect.height() > int(low));
    QCOMPARE(colourAt(0, 0.04), QColor(Qt::red));
    QCOMPARE(colourAt(0, 0.96), QColor(Qt::red));
    m_source.most = QSize(10'000, 20);
    const QImage strip = m_view->viewport()->grab().toImage();
    const QRect box = files(1).pictures()[1].rect.translated(m_view->rowRect(1).topLeft());
    QCOMPARE(strip.pixelColor(box.center()), QColor(Qt::red));
    QVERIFY(strip.pixelColor(box.center().x(), box.top() + 4) != QColor(Qt::red)); // a thin strip is not blown up
}

void TestTimelineFiles::absurdSizesAreFiles()
{
    show({ message({ entry(u"a.png"_s, 1000, 0xFFFFFFFF, 0xFFFFFFFF), entry(u"b.png"_s, 1000, 50'000, 50'000),
        entry(u"c.exe"_s, 1000, 100, 100), entry(u"d.svg"_s, 1000, 100, 100) }) });
    QVERIFY(files(0).pictures().isEmpty());
    QCOMPARE(files(0).cards().size(), 4);
}

void TestTimelineFiles::manyFilesAreOneCard()
{
    QList<FileEntry> many;
    for (int i = 0; i < 100; ++i)
        many.append(entry(u"%1.txt"_s.arg(i)));
    show({ message(many.first(AttachmentsLayout::MostCards)), message(many) });
    QCOMPARE(files(0).cards().size(), AttachmentsLayout::MostCards);
    QCOMPARE(files(1).cards().size(), 1);
    QCOMPARE(files(1).collected().size(), 100);
    QVERIFY(files(1).lines().isEmpty());
    click(1, files(1).cards().constFirst().rect.adjusted(0, 0, -200, 0));
    QVERIFY(files(1).isExpanded());
    QCOMPARE(files(1).lines().size(), 100);
    click(1, files(1).cards().constFirst().rect.adjusted(0, 0, -200, 0));
    QVERIFY(!files(1).isExpanded());
    // The button before the arrow saves all of them.
    click(1, files(1).slotRect(files(1).cards().constFirst().rect, 1));
    QCOMPARE(actions(), QList{ FileAction::SaveAll });
}

void TestTimelineFiles::aFolderOpensAndShowsItsTree()
{
    FakeTimeline::Row row = message({ entry(u"readme.txt"_s), entry(u"a.png"_s, 10, 20, 20), entry(u"b.txt"_s) });
    row.files[1].path = u"pictures/2024"_s;
    row.files[2].path = u"pictures"_s;
    row.folder = u"Travail"_s;
    show({ row });
    QVERIFY(files(0).pictures().isEmpty()); // a folder is one card, whatever is in it
    const int closed = m_view->rowRect(0).height();
    m_view->rows().toggleFiles(0);
    Q_UNUSED(m_view->firstVisibleRow())
    QVERIFY(m_view->rowRect(0).height() > closed);
    QStringList tree;
    for (const AttachmentsLayout::Line &line : files(0).lines())
        tree.append(QString(line.depth, u' ') + line.name + (line.file < 0 ? u"/"_s : QString()));
    QCOMPARE(tree, (QStringList{ u"readme.txt"_s, u"pictures/"_s, u" b.txt"_s, u" 2024/"_s, u"  a.png"_s }));
    // A line does what a card would.
    click(0, files(0).lines().constFirst().rect);
    QCOMPARE(actions(), QList{ FileAction::Fetch });
    QCOMPARE(m_asked->constFirst().at(2).toInt(), 0);
}

void TestTimelineFiles::namesOfFoldersAreHarmless()
{
    FakeTimeline::Row row = message({ entry(u"x.txt"_s), entry(u"y.txt"_s) });
    row.files[0].path = u"../../..//etc/\u202Egpj"_s;
    row.files[1].path = QString(u"a/"_s).repeated(250) + u"a"_s;
    row.folder = u"../up"_s;
    show({ row });
    m_view->rows().toggleFiles(0);
    Q_UNUSED(m_view->firstVisibleRow())
    int depth = 0;
    for (const AttachmentsLayout::Line &line : files(0).lines()) {
        depth = std::max(depth, line.depth);
        QVERIFY2(!line.name.contains(u'\u202E') && line.name != u".."_s, qPrintable(line.name));
    }
    QVERIFY(depth <= AttachmentsLayout::MostDepth);
    QVERIFY(files(0).lines().size() <= AttachmentsLayout::MostLines);
    m_view->grab();
}

void TestTimelineFiles::whatIsNotSeenIsNotAskedFor()
{
    QList<FakeTimeline::Row> rows = FakeTimeline::messages(60);
    for (FakeTimeline::Row &row : rows)
        row.files = { entry(u"a.png"_s, 1000, 400, 300) };
    show(rows, { 800, 400 });
    m_view->grab();
    QVERIFY(m_source.asked.contains(59));
    QVERIFY2(m_source.asked.size() <= 4, qPrintable(QString::number(m_source.asked.size())));
    QVERIFY(!m_source.asked.contains(0));
}

void TestTimelineFiles::aClickOnAPictureShowsIt()
{
    show({ message({ entry(u"a.png"_s, 1000, 400, 300) }, u"the caption"_s) });
    click(0, files(0).pictures().constFirst().rect);
    QCOMPARE(actions(), QList{ FileAction::View });
    QCOMPARE(m_asked->constFirst().at(1).toModelIndex().row(), 0);
    // The caption stands above and is text as any other.
    QVERIFY(m_view->rows().layout(0).textOrigin().y() < files(0).pictures().constFirst().rect.top());
}

void TestTimelineFiles::buttonsFollowTheState_data()
{
    QTest::addColumn<TransferProgress>("progress");
    QTest::addColumn<QList<FileAction>>("buttons");
    QTest::newRow("away") << TransferProgress() << QList{ FileAction::Fetch, FileAction::SaveAs };
    QTest::newRow("under way") << at(TransferProgress::Running) << QList{ FileAction::Pause, FileAction::Cancel };
    QTest::newRow("waits") << at(TransferProgress::Waiting) << QList{ FileAction::Pause, FileAction::Cancel };
    QTest::newRow("paused") << at(TransferProgress::Paused) << QList{ FileAction::Resume, FileAction::Cancel };
    QTest::newRow("here") << at(TransferProgress::Done)
                          << QList{ FileAction::Open, FileAction::SaveAs, FileAction::ShowInFolder };
    QTest::newRow("failed") << at(TransferProgress::Failed) << QList{ FileAction::Fetch, FileAction::SaveAs };
}

void TestTimelineFiles::buttonsFollowTheState()
{
    QFETCH(TransferProgress, progress);
    QFETCH(QList<FileAction>, buttons);
    m_source.progress = progress;
    show({ message({ entry(u"plan.pdf"_s) }) });
    m_view->grab();
    const QRect card = files(0).cards().constFirst().rect;
    for (int slot = int(buttons.size()) - 1; slot >= 0; --slot)
        click(0, files(0).slotRect(card, slot));
    QCOMPARE(actions(), buttons);
    // The card itself: what one would want most.
    m_asked->clear();
    click(0, card.adjusted(0, 0, -200, 0));
    const QList<FileAction> wanted = progress.state == TransferProgress::Done ? QList{ FileAction::Open }
        : FileOffer::isUnderWay(progress)                                     ? QList<FileAction>()
                                                                              : QList{ FileAction::Fetch };
    QCOMPARE(actions(), wanted);
}

void TestTimelineFiles::dangerousFilesAreNeverOffered()
{
    const TimelineRow row = readTimelineRow([this] {
        show({ message({ entry(u"setup.exe"_s) }) });
        return m_model->index(0, 0);
    }());
    for (const QString &name : { u"setup.exe"_s, u"photo.jpg.scr"_s, u"page.html"_s, u"drawing.svg"_s, u"run.sh"_s,
             u"Cv.desktop"_s, u"noextension"_s })
        QVERIFY2(
            !FileOffer::of(row, entry(name), at(TransferProgress::Done)).contains(FileAction::Open), qPrintable(name));
    QVERIFY(FileOffer::of(row, entry(u"plan.pdf"_s), at(TransferProgress::Done)).contains(FileAction::Open));
}

void TestTimelineFiles::progressMovesNothing()
{
    QList<FakeTimeline::Row> rows = FakeTimeline::messages(20);
    rows[19].files = { entry(u"plan.pdf"_s) };
    rows[19].isOwn = true;
    rows[19].state = SendState::Uploading;
    show(rows);
    const QRect before = m_view->rowRect(19);
    const qint64 laidOut = m_view->rows().layoutsMade();
    for (quint64 done = 0; done <= 100; done += 10) {
        m_model->rows[19].upload = at(TransferProgress::Running, done);
        Q_EMIT m_model->dataChanged(m_model->index(19, 0), m_model->index(19, 0), { TimelineModel::UploadRole });
        m_view->grab();
    }
    QCOMPARE(m_view->rowRect(19), before);
    QCOMPARE(m_view->rows().layoutsMade(), laidOut);
}

void TestTimelineFiles::ownFilesCanBePausedAndStopped()
{
    FakeTimeline::Row row = message({ entry(u"plan.pdf"_s) });
    row.seq = 0;
    row.cid = QUuid::createUuid();
    row.isOwn = true;
    row.state = SendState::Uploading;
    row.upload = at(TransferProgress::Running);
    show({ row });
    const QRect strip = files(0).uploadRect();
    QVERIFY(!strip.isNull());
    click(0, files(0).slotRect(strip, 1));
    row.upload = at(TransferProgress::Paused);
    m_model->change(0, row);
    Q_UNUSED(m_view->firstVisibleRow())
    click(0, files(0).slotRect(strip, 1));
    click(0, files(0).slotRect(strip, 0));
    QCOMPARE(actions(), (QList{ FileAction::PauseUpload, FileAction::ResumeUpload, FileAction::CancelUpload }));
    // Stored: the strip goes.
    row.seq = 7;
    row.state = SendState::Stored;
    m_model->change(0, row);
    Q_UNUSED(m_view->firstVisibleRow())
    QVERIFY(files(0).uploadRect().isNull());
}

void TestTimelineFiles::theKeyboardReachesEverything()
{
    show({ message({ entry(u"a.png"_s, 1000, 400, 300), entry(u"plan.pdf"_s) }) });
    m_view->setCurrentRow(0);
    QTest::keyClick(m_view.get(), Qt::Key_O);
    QCOMPARE(actions(), QList{ FileAction::View });
    m_asked->clear();
    QTest::keyClick(m_view.get(), Qt::Key_Return);
    auto *menu = m_view->findChild<MessageMenu *>();
    QVERIFY(menu);
    QStringList names;
    QAction *save = nullptr;
    for (QAction *action : menu->actions()) {
        if (!action->menu())
            continue;
        names.append(action->text());
        for (QAction *inside : action->menu()->actions())
            if (action->text() == u"plan.pdf"_s && inside->text() == FileOffer::words(FileAction::SaveAs))
                save = inside;
    }
    QCOMPARE(names, (QStringList{ u"a.png"_s, u"plan.pdf"_s }));
    QVERIFY(save);
    save->trigger();
    QCOMPARE(actions(), QList{ FileAction::SaveAs });
    QCOMPARE(m_asked->constFirst().at(2).toInt(), 1);
    menu->close();
}

void TestTimelineFiles::theWholeIsSpoken()
{
    FakeTimeline::Row folder = message({ entry(u"a.txt"_s, 1000), entry(u"b.txt"_s, 2000) });
    folder.folder = u"Travail"_s;
    show({ message({ entry(u"Photo été.jpg"_s, 47'000, 1600, 1200), entry(u"plan.pdf"_s, 84'000) }, u"voilà"_s), folder,
        message({ entry(u"alone.png"_s, 47'000, 640, 480) }) });
    QAccessibleInterface *list = QAccessible::queryAccessibleInterface(m_view.get());
    const QString spoken = list->child(0)->text(QAccessible::Name);
    QVERIFY2(spoken.contains(u"Photo été.jpg, 1600 × 1200, "_s), qPrintable(spoken));
    QVERIFY2(spoken.contains(u"plan.pdf"_s), qPrintable(spoken));
    // The model names the only file of a message already.
    QVERIFY2(list->child(2)->text(QAccessible::Name).contains(u"640 × 480, "_s), qPrintable(spoken));
    QVERIFY(list->child(1)->text(QAccessible::Name).contains(u"Travail"_s));
}

void TestTimelineFiles::stateIsSaidInWords()
{
    TransferProgress running = at(TransferProgress::Running, 1'000'000, 4'000'000);
    running.bytesPerSecond = 100'000;
    running.secondsLeft = 30;
    const QString words = FileOffer::state(entry(u"plan.pdf"_s, 4'000'000), running);
    QVERIFY2(words.contains("/s"_L1) && words.contains("30"_L1), qPrintable(words));
    running.secondsLeft = -1;
    running.bytesPerSecond = 0;
    QVERIFY(!FileOffer::state(entry(u"plan.pdf"_s), running).contains("/s"_L1));
    TransferProgress gone = at(TransferProgress::Failed);
    gone.error.code = ErrorCode::FileGone;
    QVERIFY(!FileOffer::state(entry(u"plan.pdf"_s), gone).isEmpty());
    QVERIFY(FileOffer::state(entry(u"plan.pdf"_s), gone) != FileOffer::state(entry(u"plan.pdf"_s), {}));
    QCOMPARE(FileOffer::share(at(TransferProgress::Running, 500, 100)), 1.0); // never beyond its end
    QVERIFY(FileOffer::share(TransferProgress()) < 0);
}

void TestTimelineFiles::copiedRowsNameTheirFiles()
{
    QList<FakeTimeline::Row> rows = FakeTimeline::messages(3);
    rows[1].text = QString();
    rows[1].files = { entry(u"plan.pdf"_s) };
    show(rows);
    m_view->setCurrentRow(1);
    m_view->copy();
    QCOMPARE(QGuiApplication::clipboard()->text(), u"[plan.pdf]"_s);
    const auto textAt = [this](int row) {
        return m_view->rowRect(row).topLeft() + m_view->rows().layout(row).textOrigin() + QPoint(2, 4);
    };
    QTest::mousePress(m_view->viewport(), Qt::LeftButton, {}, textAt(0));
    QTest::mouseMove(m_view->viewport(), textAt(2) + QPoint(40, 0));
    QTest::mouseRelease(m_view->viewport(), Qt::LeftButton, {}, textAt(2) + QPoint(40, 0));
    QVERIFY2(m_view->selectedText().contains(u"[plan.pdf]"_s), qPrintable(m_view->selectedText()));
}

void TestTimelineFiles::withoutASourceNothingIsOffered()
{
    m_view->setAttachments(nullptr);
    show({ message({ entry(u"a.png"_s, 1000, 400, 300), entry(u"plan.pdf"_s) }) });
    m_view->grab();
    click(0, files(0).pictures().constFirst().rect);
    click(0, files(0).cards().constFirst().rect);
    QVERIFY(actions().isEmpty());
}

void TestTimelineFiles::allOfItIsPaintedInEveryLook()
{
    FakeTimeline::Row folder = message({ entry(u"a.txt"_s, 1000), entry(u"b.txt"_s, 2000) }, u"Le dossier"_s);
    folder.folder = u"Travail"_s;
    FakeTimeline::Row own = message({ entry(u"plan.pdf"_s, 84'000) });
    own.seq = 0;
    own.cid = QUuid::createUuid();
    own.isOwn = true;
    own.state = SendState::Uploading;
    own.upload = at(TransferProgress::Running, 40'000, 84'000);
    own.upload.bytesPerSecond = 20'000;
    own.upload.secondsLeft = 3;
    const QList<FakeTimeline::Row> rows{ message({ entry(u"Photo été.jpg"_s, 47'000, 1600, 700) }, u"Voilà la photo"_s),
        message(
            { entry(u"a.png"_s, 1000, 400, 300), entry(u"b.png"_s, 1000, 400, 300), entry(u"c.png"_s, 900, 9, 90) }),
        message({ entry(u"Un nom de fichier qui n'en finit pas, vraiment pas, jamais de la vie.pdf"_s),
            entry(u"setup.exe"_s) }),
        folder, own };
    m_source.picture.state = AttachmentSource::Picture::State::Away;
    for (const ThemeChoice choice : { ThemeChoice::Light, ThemeChoice::Dark, ThemeChoice::HighContrast }) {
        for (const qreal zoom : { 1.0, 2.0 }) {
            m_theme.setChoice(choice);
            m_theme.setZoom(zoom);
            show(rows, QSize(760, 1100) * zoom);
            m_view->rows().toggleFiles(3);
            const QPixmap picture = m_view->grab();
            QVERIFY(!picture.isNull());
            for (int row = 0; row < 5; ++row)
                for (const AttachmentsLayout::Card &card : files(row).cards())
                    QVERIFY(card.rect.right() < m_view->viewport()->width());
            if (const QString folderOfPictures = qEnvironmentVariable("SALON_PICTURES"); !folderOfPictures.isEmpty())
                QVERIFY(picture.save(u"%1/files-%2-%3.png"_s.arg(folderOfPictures).arg(int(choice)).arg(zoom * 100)));
            m_view->rows().toggleFiles(3);
        }
    }
}

QTEST_MAIN(TestTimelineFiles)
#include "tst_timeline_files.moc"
