// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-gui/composer/composer.h"
#include "client-gui/composer/composer_edit.h"
#include "client-gui/composer/room_writing.h"
#include "client-gui/dialogs/outbox_delegate.h"
#include "client-gui/dialogs/outbox_dialog.h"
#include "client-gui/dialogs/question_dialog.h"
#include "client-gui/files/file_sending.h"
#include "client-gui/files/files_of_room.h"
#include "client-gui/files/image_viewer.h"
#include "client-gui/main_window/room_view.h"
#include "client-gui/timeline/timeline_view.h"
#include "image_samples.h"
#include "shared/client-core/files/hash_ahead.h"
#include "tests/gui/window/chat_fixture.h"

#include <QCryptographicHash>
#include <QDir>
#include <QDirIterator>
#include <QFileDialog>
#include <QListView>
#include <QMenu>
#include <QPointer>
#include <QPushButton>
#include <QTest>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace salon;
using namespace salon::test;

/// Files in the real window, with a real server behind it.
class TestFilesWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void aPictureIsSentWithACaption();
    void filesAreReadWhileTheyAreLookedAt();
    void whatWasWrittenStaysWhenNothingIsSent();
    void aPastedPictureIsSentAndLeavesNothingBehind();
    void aLongTextIsSentAsAFile();
    void picturesOfOthersComeByThemselves();
    void picturesWaitForAClickWhenThePersonWantsThat();
    void brokenPicturesAreShownAsBroken();
    void filesAreOpenedUnderTheirName();
    void dangerousFilesAreNotOpened();
    void aFolderIsSentAndSavedAsATree();
    void theViewerGoesThroughTheRoom();
    void offlineFilesWait();
    void theButtonLeadsToFilesAndFolders();

private:
    [[nodiscard]] MainWindow &window() { return *m_chat->window; }
    [[nodiscard]] RoomView &room() { return window().roomView(); }
    [[nodiscard]] FilesOfRoom &files() { return room().files(); }
    [[nodiscard]] TimelineModel *model() { return room().timelineModel(); }
    [[nodiscard]] QModelIndex last() { return model()->index(model()->rowCount() - 1); }
    [[nodiscard]] QList<FileEntry> lastFiles() { return RoomFiles::entriesOf(last()); }
    [[nodiscard]] bool isStored()
    {
        return last().data(TimelineModel::SendStateRole).toInt() == int(SendState::Stored)
            && last().data(TimelineModel::SeqRole).toLongLong() > 0;
    }
    [[nodiscard]] AttachmentSource::Picture::State pictureState()
    {
        return files()
            .files()
            .pictureOf(last(), 0, lastFiles().value(0), { 100, 100 }, ImageDecoder::Fit::Inside)
            .state;
    }
    /// Takes them, waits for the dialog and sends.
    void send(const QStringList &paths, const QString &caption = {});
    void confirm();
    /// Somebody else sends files with these contents.
    bool somebodySends(const QList<std::pair<FileEntry, QByteArray>> &sent);
    [[nodiscard]] QStringList temporaryFiles();

    std::unique_ptr<ChatFixture> m_chat;
    std::unique_ptr<ImageSamples> m_samples;
    QList<QUrl> m_opened;
};

void TestFilesWindow::init()
{
    m_samples = std::make_unique<ImageSamples>();
    m_opened.clear();
    m_chat = std::make_unique<ChatFixture>();
    QVERIFY2(m_chat->start(), m_chat->server.output().constData());
    QVERIFY(QTest::qWaitForWindowActive(&window()));
    QTRY_VERIFY(files().sending().maySend());
    files().files().setSaveFolder(m_samples->folder() + u"/saved"_s);
    files().files().setOpener([this](const QUrl &url) {
        m_opened.append(url);
        return true;
    });
}

void TestFilesWindow::cleanup()
{
    m_chat.reset();
    m_samples.reset();
}

void TestFilesWindow::send(const QStringList &paths, const QString &caption)
{
    files().sending().takePaths(paths);
    QTRY_VERIFY(files().sending().dialog());
    if (!caption.isEmpty())
        files().sending().dialog()->findChild<ComposerEdit *>(u"caption"_s)->setPlainText(caption);
    confirm();
}

void TestFilesWindow::confirm()
{
    QPointer<SendFilesDialog> dialog = files().sending().dialog();
    QVERIFY(dialog);
    auto *button = dialog->findChild<QPushButton *>(u"sendFiles"_s);
    QVERIFY2(button->isEnabled(), qPrintable(dialog->troubleText()));
    button->click();
    QTRY_VERIFY(dialog.isNull());
}

bool TestFilesWindow::somebodySends(const QList<std::pair<FileEntry, QByteArray>> &sent)
{
    TestClient &marie = m_chat->person(u"marie"_s, u"Marie"_s);
    SendMessage message;
    message.room = m_chat->firstRoom();
    message.cid = QUuid::createUuid();
    message.counter = 1;
    for (auto [entry, content] : sent) {
        entry.hash = QCryptographicHash::hash(content, QCryptographicHash::Sha256);
        entry.size = quint64(content.size());
        const auto opened = marie.ask<UploadOpened>(OpenUpload{ entry.hash, entry.size });
        if (!opened)
            return false;
        constexpr qsizetype Chunk = 32 * 1024;
        for (qsizetype at = qsizetype(opened->offset); at < content.size(); at += Chunk)
            if (!marie.ask<Done>(UploadChunk{ opened->upload, quint64(at), content.mid(at, Chunk) }))
                return false;
        message.files.append(entry);
    }
    const int rows = model()->rowCount();
    return marie.ask<Sent>(message).has_value()
        && waitUntil([this, rows] { return model()->rowCount() > rows && !lastFiles().isEmpty(); });
}

QStringList TestFilesWindow::temporaryFiles()
{
    QStringList found;
    for (QDirIterator it(m_chat->profile->dataFolder(), QDir::Files, QDirIterator::Subdirectories); it.hasNext();) {
        const QString path = it.next();
        if (path.contains("/outgoing/"_L1))
            found.append(path);
    }
    return found;
}

void TestFilesWindow::aPictureIsSentWithACaption()
{
    room().composer().replaceWritten(u"Voilà la photo"_s);
    room().writing().keepDrafts();
    QCOMPARE(m_chat->workspace().draft(m_chat->firstRoom()), u"Voilà la photo"_s);
    send({ m_samples->picture(u"Photo été.png"_s, { 640, 480 }) });
    QCOMPARE(m_chat->workspace().draft(m_chat->firstRoom()), QString()); // nor does it come back as a draft
    QTRY_COMPARE(lastFiles().size(), 1);
    QTRY_VERIFY(isStored());
    QCOMPARE(lastFiles().constFirst().name, u"Photo été.png"_s);
    QCOMPARE(lastFiles().constFirst().width, 640U);
    QCOMPARE(last().data(TimelineModel::TextRole).toString(), u"Voilà la photo"_s);
    QCOMPARE(room().composer().text(), QString()); // it went with the picture
    QTRY_COMPARE(pictureState(), AttachmentSource::Picture::State::Ready);
}

void TestFilesWindow::filesAreReadWhileTheyAreLookedAt()
{
    files().sending().takePaths({ m_samples->picture(u"one.png"_s, { 64, 48 }) });
    QTRY_VERIFY(files().sending().dialog());
    files().sending().takePaths({ m_samples->picture(u"two.png"_s, { 48, 64 }) }); // added
    QTRY_COMPARE(files().sending().dialog()->choice().files.size(), 2);
    const HashAhead *ahead = files().sending().ahead();
    QVERIFY(ahead);
    const auto areRead = [&] {
        const QList<OutgoingFile> known = ahead->completed(files().sending().dialog()->choice().files);
        return std::ranges::none_of(known, [](const OutgoingFile &file) { return file.hash.isEmpty(); });
    };
    QTRY_VERIFY(areRead());
    QList<OutgoingFile> queued;
    connect(&m_chat->workspace().outbox(), &Outbox::entryAdded, this,
        [&](const OutboxEntry &entry) { queued = entry.files; });
    confirm();
    QCOMPARE(queued.size(), 2);
    QVERIFY(!queued[0].hash.isEmpty() && !queued[1].hash.isEmpty()); // nothing is left to do but to send them
    QVERIFY(!files().sending().ahead());
    QTRY_VERIFY(isStored());
    disconnect(&m_chat->workspace().outbox(), nullptr, this, nullptr);
}

void TestFilesWindow::whatWasWrittenStaysWhenNothingIsSent()
{
    room().composer().setText(u"my words"_s);
    files().sending().takePaths({ m_samples->picture(u"a.png"_s, { 64, 48 }) });
    QTRY_VERIFY(files().sending().dialog());
    files().sending().dialog()->findChild<ComposerEdit *>(u"caption"_s)->setPlainText(u"my better words"_s);
    files().sending().dialog()->reject();
    QTRY_COMPARE(room().composer().text(), u"my better words"_s);
    QVERIFY(m_chat->workspace().outbox().entries().isEmpty());
}

void TestFilesWindow::aPastedPictureIsSentAndLeavesNothingBehind()
{
    files().sending().takePicture(ImageSamples::halves({ 300, 200 }));
    QTRY_VERIFY(files().sending().dialog());
    QCOMPARE(temporaryFiles().size(), 1);
    files().sending().dialog()->reject();
    QTRY_VERIFY(temporaryFiles().isEmpty());
    files().sending().takePicture(ImageSamples::halves({ 300, 200 }));
    QTRY_VERIFY(files().sending().dialog());
    confirm();
    QTRY_COMPARE(lastFiles().size(), 1);
    QTRY_VERIFY(isStored());
    QCOMPARE(lastFiles().constFirst().width, 300U);
    QVERIFY(lastFiles().constFirst().name.endsWith(".png"_L1));
    QTRY_VERIFY(temporaryFiles().isEmpty());
}

void TestFilesWindow::aLongTextIsSentAsAFile()
{
    const QString text = QString(u"une ligne, « été »\n"_s).repeated(3000);
    room().composer().setText(text);
    files().sending().takeText();
    QTRY_VERIFY(files().sending().dialog());
    QCOMPARE(files().sending().dialog()->caption(), QString());
    QCOMPARE(room().composer().text(), text); // until it is sent
    confirm();
    QTRY_COMPARE(lastFiles().size(), 1);
    QTRY_VERIFY(isStored());
    QCOMPARE(lastFiles().constFirst().size, quint64(text.toUtf8().size()));
    QCOMPARE(room().composer().text(), QString());
}

void TestFilesWindow::picturesOfOthersComeByThemselves()
{
    FileEntry entry;
    entry.name = u"plage.png"_s;
    entry.mediaType = u"image/png"_s;
    entry.width = 800;
    entry.height = 600;
    QVERIFY(somebodySends({ { entry, ImageSamples::encoded(ImageSamples::halves({ 800, 600 }), "PNG") } }));
    const int height = room().timeline().rowRect(model()->rowCount() - 1).height();
    QTRY_COMPARE(pictureState(), AttachmentSource::Picture::State::Ready);
    QCOMPARE(room().timeline().rowRect(model()->rowCount() - 1).height(), height);
    QVERIFY(!room().timeline().grab().isNull());
}

void TestFilesWindow::picturesWaitForAClickWhenThePersonWantsThat()
{
    m_chat->settings().change([](Settings &settings) { settings.fetchesPicturesMb = 0; });
    FileEntry entry;
    entry.name = u"plage.png"_s;
    entry.width = 800;
    entry.height = 600;
    QVERIFY(somebodySends({ { entry, ImageSamples::encoded(ImageSamples::halves({ 800, 600 }), "PNG") } }));
    room().timeline().grab();
    QCOMPARE(pictureState(), AttachmentSource::Picture::State::Away);
    files().files().perform(FileAction::View, last(), 0); // what a click does
    QVERIFY(!files().viewer());
    QTRY_COMPARE(pictureState(), AttachmentSource::Picture::State::Ready);
    files().files().perform(FileAction::View, last(), 0);
    QVERIFY(files().viewer());
    files().viewer()->close();
}

void TestFilesWindow::brokenPicturesAreShownAsBroken()
{
    FileEntry entry;
    entry.name = u"bomb.png"_s;
    entry.width = 800;
    entry.height = 600;
    QVERIFY(somebodySends({ { entry, ImageSamples::pngThatClaims(60000, 60000) } }));
    QTRY_COMPARE(pictureState(), AttachmentSource::Picture::State::Broken);
    room().timeline().grab();
}

void TestFilesWindow::filesAreOpenedUnderTheirName()
{
    FileEntry entry;
    entry.name = u"plan été.txt"_s;
    QVERIFY(somebodySends({ { entry, "the plan" } }));
    files().files().perform(FileAction::Open, last(), 0); // fetches it first
    QTRY_COMPARE(m_opened.size(), 1);
    const QString path = m_opened.constFirst().toLocalFile();
    QCOMPARE(path, m_samples->folder() + u"/saved/plan été.txt"_s);
    QFile saved(path);
    QVERIFY(saved.open(QIODevice::ReadOnly));
    QCOMPARE(saved.readAll(), QByteArray("the plan"));
    QVERIFY(!(saved.permissions() & QFile::ExeOwner));
    // Again: no second copy.
    files().files().perform(FileAction::Open, last(), 0);
    QTRY_COMPARE(m_opened.size(), 2);
    QCOMPARE(m_opened.constLast().toLocalFile(), path);
    files().files().perform(FileAction::ShowInFolder, last(), 0);
    QTRY_COMPARE(m_opened.size(), 3);
    QCOMPARE(m_opened.constLast().toLocalFile(), m_samples->folder() + u"/saved"_s);
}

void TestFilesWindow::dangerousFilesAreNotOpened()
{
    FileEntry entry;
    entry.name = u"setup.exe"_s;
    QVERIFY(somebodySends({ { entry, "MZ and so on" } }));
    files().files().perform(FileAction::Open, last(), 0);
    auto *question = window().findChild<QuestionDialog *>(u"dangerQuestion"_s);
    QVERIFY(question);
    QVERIFY(m_opened.isEmpty());
    question->findChild<QPushButton *>(u"doIt"_s)->click();
    QTRY_COMPARE(m_opened.size(), 1);
    QCOMPARE(m_opened.constFirst().toLocalFile(), m_samples->folder() + u"/saved"_s); // the folder, not the file
}

void TestFilesWindow::aFolderIsSentAndSavedAsATree()
{
    const QString folder = m_samples->folder() + u"/Travail"_s;
    QVERIFY(QDir().mkpath(folder + u"/images/2024"_s));
    for (const QString &name : { u"lisez-moi.txt"_s, u"images/a.txt"_s, u"images/2024/b.txt"_s }) {
        QFile file(folder + u'/' + name);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(name.toUtf8());
    }
    send({ folder }, u"tout le dossier"_s);
    QTRY_COMPARE(lastFiles().size(), 3);
    QTRY_VERIFY(isStored());
    QCOMPARE(last().data(TimelineModel::FolderRole).toString(), u"Travail"_s);
    const QString target = m_samples->folder() + u"/elsewhere"_s;
    QVERIFY(QDir().mkpath(target));
    files().files().saveTo(last(), -1, target);
    for (const QString &name : { u"lisez-moi.txt"_s, u"images/a.txt"_s, u"images/2024/b.txt"_s })
        QTRY_VERIFY2(QFile::exists(target + u"/Travail/"_s + name), qPrintable(name));
}

void TestFilesWindow::theViewerGoesThroughTheRoom()
{
    send({ m_samples->picture(u"a.png"_s, { 300, 200 }), m_samples->picture(u"b.png"_s, { 310, 200 }) });
    QTRY_COMPARE(lastFiles().size(), 2);
    QTRY_VERIFY(isStored());
    send({ m_samples->picture(u"c.png"_s, { 320, 200 }) });
    QTRY_COMPARE(lastFiles().size(), 1);
    QTRY_VERIFY(isStored());
    files().files().perform(FileAction::View, last(), 0);
    ImageViewer *viewer = files().viewer();
    QVERIFY(viewer);
    QTRY_COMPARE(viewer->canvas().pixmap().width(), 320);
    QTest::keyClick(viewer, Qt::Key_Left);
    QTRY_COMPARE(viewer->canvas().pixmap().width(), 310);
    QTest::keyClick(viewer, Qt::Key_Left);
    QTRY_COMPARE(viewer->canvas().pixmap().width(), 300);
    QTest::keyClick(viewer, Qt::Key_Escape);
    QTRY_VERIFY(!files().viewer());
}

void TestFilesWindow::offlineFilesWait()
{
    m_chat->workspace().stop();
    QTRY_VERIFY(!m_chat->workspace().session().isOnline());
    QVERIFY(files().sending().maySend());
    send({ m_samples->picture(u"later.png"_s, { 640, 480 }) });
    QTRY_COMPARE(lastFiles().size(), 1);
    QVERIFY(!isStored());
    QTRY_COMPARE(pictureState(), AttachmentSource::Picture::State::Ready); // one's own is seen at once
    // The outbox says what it waits for: the connection, or the person.
    {
        OutboxDialog unsent(m_chat->theme, m_chat->workspace());
        const QAbstractItemModel *entries = unsent.findChild<QListView *>(u"unsent"_s)->model();
        QCOMPARE(entries->rowCount(), 1);
        const QString waits = OutboxDelegate::stateText(entries->index(0, 0));
        QVERIFY2(waits.contains("connection"_L1), qPrintable(waits));
        const Cid cid = m_chat->workspace().outboxModel().cidAt(0);
        QTRY_COMPARE(m_chat->workspace().outbox().find(cid)->state, SendState::Uploading);
        m_chat->workspace().pauseTransfer(cid);
        const QString paused = OutboxDelegate::stateText(entries->index(0, 0));
        QVERIFY2(paused.contains("paused"_L1), qPrintable(paused));
        m_chat->workspace().resumeTransfer(cid);
    }
    m_chat->workspace().start();
    QTRY_VERIFY_WITH_TIMEOUT(isStored(), 20000);
}

void TestFilesWindow::theButtonLeadsToFilesAndFolders()
{
    QTest::mouseClick(room().composer().findChild<QToolButton *>(u"attach"_s), Qt::LeftButton);
    auto *menu = room().findChild<QMenu *>(u"attachMenu"_s);
    QVERIFY(menu);
    QCOMPARE(menu->actions().size(), 2);
    menu->actions().constLast()->trigger();
    auto *chooser = room().findChild<QFileDialog *>(u"chooseFiles"_s);
    QVERIFY(chooser);
    QCOMPARE(chooser->fileMode(), QFileDialog::Directory);
    chooser->reject();
    menu->close();
    // The key needs no menu.
    window().activateWindow();
    QTRY_VERIFY(!room().findChild<QFileDialog *>(u"chooseFiles"_s));
    QTest::keyClick(&room().composer(), Qt::Key_U, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_VERIFY(room().findChild<QFileDialog *>(u"chooseFiles"_s));
    room().findChild<QFileDialog *>(u"chooseFiles"_s)->reject();
}

QTEST_MAIN(TestFilesWindow)
#include "tst_files_window.moc"
