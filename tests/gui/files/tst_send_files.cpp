// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-gui/app/theme.h"
#include "client-gui/composer/composer.h"
#include "client-gui/composer/composer_edit.h"
#include "client-gui/files/file_drop_area.h"
#include "client-gui/files/image_loader.h"
#include "client-gui/files/outgoing_files.h"
#include "client-gui/files/pasted_content.h"
#include "client-gui/files/send_files_dialog.h"
#include "image_samples.h"

#include <QBuffer>
#include <QCheckBox>
#include <QClipboard>
#include <QDropEvent>
#include <QGuiApplication>
#include <QLineEdit>
#include <QMimeData>
#include <QPointer>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>
#include <QUrl>

using namespace Qt::StringLiterals;
using namespace salon;
using namespace salon::test;

/// Files on their way into a room: dropped, pasted, looked at before they are sent.
class TestSendFiles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void filesWinOverPicturesAndTextOverBoth();
    void pastedFilesAndPicturesLeaveTheComposer();
    void withoutFilesAPasteIsText();
    void aLongPasteMayBecomeAFile();
    void aTextThatIsTooLongMayBecomeAFile();
    void theButtonShowsWhereFilesAreTaken();
    void filesAreDroppedWhereTheyAreAccepted();
    void picturesOfAPageAreDropped();
    void filesAreRefusedWhereTheyAreNot();
    void theDialogShowsWhatWillBeSent();
    void theOrderIsThePersons();
    void removingTheLastOneEndsIt();
    void aRefusalIsSaidBeforeAnythingIsSent();
    void picturesMayBeSentAsFiles();
    void moreCanBeAddedButNoFolder();
    void aFolderIsOneCard();
    void enterInTheCaptionSends();

private:
    [[nodiscard]] OutgoingFile file(const QString &name, quint32 width = 0, quint32 height = 0);
    SendFilesDialog &open(const ScannedFiles &scanned, const QString &caption = {});
    [[nodiscard]] QStringList names() const
    {
        QStringList list;
        const QList<OutgoingFile> files = m_dialog->choice().files;
        for (const OutgoingFile &one : files)
            list.append(one.name);
        return list;
    }
    template <class Widget>
    [[nodiscard]] Widget *find(const QString &name) const
    {
        return m_dialog->findChild<Widget *>(name);
    }
    void paste(QMimeData *content);

    Theme m_theme;
    ImageSamples m_samples;
    std::unique_ptr<ImageLoader> m_images;
    std::unique_ptr<Composer> m_composer;
    QPointer<SendFilesDialog> m_dialog;
    Result<> m_answer{};
};

void TestSendFiles::init()
{
    m_images = std::make_unique<ImageLoader>();
    m_composer = std::make_unique<Composer>(m_theme);
    m_composer->resize(600, 120);
    m_answer = {};
}

void TestSendFiles::cleanup()
{
    delete m_dialog;
    m_composer.reset();
    m_images.reset();
}

OutgoingFile TestSendFiles::file(const QString &name, quint32 width, quint32 height)
{
    OutgoingFile made;
    made.path = width > 0 ? m_samples.picture(name, QSize(int(width), int(height))) : m_samples.write(name, "words");
    made.name = name;
    made.size = 5;
    made.width = width;
    made.height = height;
    return made;
}

SendFilesDialog &TestSendFiles::open(const ScannedFiles &scanned, const QString &caption)
{
    m_dialog = new SendFilesDialog(m_theme, *m_images, u"# General"_s, scanned, caption,
        [this](const SendFilesDialog::Choice &) { return m_answer; });
    m_dialog->open();
    return *m_dialog;
}

void TestSendFiles::paste(QMimeData *content)
{
    QGuiApplication::clipboard()->setMimeData(content);
    auto *edit = m_composer->findChild<ComposerEdit *>();
    m_composer->show();
    edit->setFocus();
    QTest::keyClick(edit, Qt::Key_V, Qt::ControlModifier);
}

void TestSendFiles::filesWinOverPicturesAndTextOverBoth()
{
    QMimeData mime;
    mime.setImageData(ImageSamples::halves({ 20, 10 }));
    QVERIFY(PastedContent::hasFiles(mime));
    QCOMPARE(PastedContent::of(mime).picture.size(), QSize(20, 10));
    mime.setText(u"cells of a table"_s);
    QVERIFY(!PastedContent::hasFiles(mime)); // the picture is only how the text looks
    QVERIFY(PastedContent::of(mime).picture.isNull());
    mime.setText(u"https://example.org/a.png"_s);
    QVERIFY(PastedContent::hasFiles(mime)); // the address of the picture itself, as browsers give it
    QCOMPARE(PastedContent::of(mime).picture.size(), QSize(20, 10));
    mime.setText(u"see https://example.org/a.png"_s);
    QVERIFY(!PastedContent::hasFiles(mime));
    mime.setUrls({ QUrl(u"https://example.org/a.png"_s) });
    QVERIFY(PastedContent::of(mime).paths.isEmpty()); // an address is text
    mime.setUrls({ QUrl::fromLocalFile(u"/tmp/a é.png"_s), QUrl(u"https://example.org"_s) });
    QCOMPARE(PastedContent::of(mime).paths, QStringList{ u"/tmp/a é.png"_s });
}

void TestSendFiles::pastedFilesAndPicturesLeaveTheComposer()
{
    m_composer->setTakesFiles(true);
    QSignalSpy files(m_composer.get(), &Composer::filesPasted);
    QSignalSpy pictures(m_composer.get(), &Composer::picturePasted);
    auto *urls = new QMimeData;
    urls->setUrls({ QUrl::fromLocalFile(u"/tmp/a.png"_s), QUrl::fromLocalFile(u"/tmp/b.txt"_s) });
    paste(urls);
    QCOMPARE(files.size(), 1);
    QCOMPARE(files.constFirst().constFirst().toStringList(), (QStringList{ u"/tmp/a.png"_s, u"/tmp/b.txt"_s }));
    auto *picture = new QMimeData;
    picture->setImageData(ImageSamples::halves({ 20, 10 }));
    paste(picture);
    QCOMPARE(pictures.size(), 1);
    QCOMPARE(m_composer->text(), QString()); // nothing of it became text
}

void TestSendFiles::withoutFilesAPasteIsText()
{
    QSignalSpy files(m_composer.get(), &Composer::filesPasted);
    auto *urls = new QMimeData;
    urls->setUrls({ QUrl::fromLocalFile(u"/tmp/a.png"_s) });
    paste(urls);
    QVERIFY(files.isEmpty());
}

void TestSendFiles::aLongPasteMayBecomeAFile()
{
    m_composer->setTakesFiles(true);
    auto *button = m_composer->findChild<QPushButton *>(u"sendAsFile"_s);
    QSignalSpy wanted(m_composer.get(), &Composer::textFileWanted);
    auto *text = new QMimeData;
    text->setText(QString(u"a line\n"_s).repeated(ComposerEdit::LongTextLines + 1));
    paste(text);
    QVERIFY(!m_composer->text().isEmpty()); // it is there all the same
    QVERIFY(button->isVisible());
    button->click();
    QCOMPARE(wanted.size(), 1);
    m_composer->setText(u"short"_s);
    QVERIFY(!button->isVisible());
    auto *shortText = new QMimeData;
    shortText->setText(u"two\nlines"_s);
    paste(shortText);
    QVERIFY(!button->isVisible());
}

void TestSendFiles::aTextThatIsTooLongMayBecomeAFile()
{
    m_composer->show();
    auto *button = m_composer->findChild<QPushButton *>(u"sendAsFile"_s);
    m_composer->insertText(QString(20'000, u'x'));
    QVERIFY(!button->isVisible()); // no files here
    m_composer->setTakesFiles(true);
    QVERIFY(button->isVisible());
}

void TestSendFiles::theButtonShowsWhereFilesAreTaken()
{
    m_composer->show();
    auto *attach = m_composer->findChild<QToolButton *>(u"attach"_s);
    QVERIFY(!attach->isVisible());
    m_composer->setTakesFiles(true);
    QVERIFY(attach->isVisible());
    QVERIFY(!attach->accessibleName().isEmpty());
    QSignalSpy wanted(m_composer.get(), &Composer::attachWanted);
    attach->click();
    QCOMPARE(wanted.size(), 1);
    m_composer->setBlocked(u"You may only read here."_s);
    QVERIFY(!attach->isVisible());
    m_composer->setBlocked({});
    QVERIFY(attach->isVisible());
    m_composer->setTakesFiles(false);
    QVERIFY(!attach->isVisible());
}

void TestSendFiles::filesAreDroppedWhereTheyAreAccepted()
{
    QWidget view;
    view.resize(500, 400);
    auto *child = new QWidget(&view);
    child->setAcceptDrops(true);
    FileDropArea area(m_theme, view, { child });
    area.setMayDrop([] { return true; });
    area.setWords([] { return u"Drop the files here"_s; });
    view.show();
    QSignalSpy dropped(&area, &FileDropArea::dropped);
    QMimeData mime;
    mime.setUrls({ QUrl::fromLocalFile(u"/tmp/a.png"_s), QUrl::fromLocalFile(u"/tmp/b.png"_s) });
    QDragEnterEvent enter(QPoint(10, 10), Qt::CopyAction | Qt::MoveAction, &mime, Qt::LeftButton, {});
    QCoreApplication::sendEvent(child, &enter);
    QVERIFY(enter.isAccepted());
    QCOMPARE(enter.dropAction(), Qt::CopyAction); // nothing is moved away from where it was
    QVERIFY(area.isVisible());
    QCOMPARE(area.geometry(), view.rect());
    QCOMPARE(area.accessibleName(), u"Drop the files here"_s);
    area.grab();
    QDragLeaveEvent leave;
    static_cast<QObject &>(area).event(&leave); // QApplication sends these only within a real drag
    QVERIFY(!area.isVisible());
    QCoreApplication::sendEvent(child, &enter);
    QDropEvent drop(QPointF(10, 10), Qt::CopyAction | Qt::MoveAction, &mime, Qt::LeftButton, {});
    QCoreApplication::sendEvent(&area, &drop);
    QCOMPARE(dropped.size(), 1);
    QCOMPARE(dropped.constFirst().constFirst().toStringList().size(), 2);
    QVERIFY(!area.isVisible());
}

void TestSendFiles::picturesOfAPageAreDropped()
{
    QWidget view;
    view.resize(500, 400);
    FileDropArea area(m_theme, view, {});
    area.setMayDrop([] { return true; });
    view.show();
    QSignalSpy dropped(&area, &FileDropArea::dropped);
    QSignalSpy pictures(&area, &FileDropArea::pictureDropped);
    QMimeData mime; // as Firefox drags a picture
    mime.setImageData(ImageSamples::halves({ 20, 10 }));
    mime.setHtml(u"<img src=\"https://example.org/a.png\">"_s);
    mime.setUrls({ QUrl(u"https://example.org/a.png"_s) });
    QDragEnterEvent enter(QPoint(10, 10), Qt::CopyAction, &mime, Qt::LeftButton, {});
    QCoreApplication::sendEvent(&view, &enter);
    QVERIFY(enter.isAccepted() && area.isVisible());
    QDropEvent drop(QPointF(10, 10), Qt::CopyAction, &mime, Qt::LeftButton, {});
    QCoreApplication::sendEvent(&area, &drop);
    QVERIFY(dropped.isEmpty());
    QCOMPARE(pictures.size(), 1);
    QCOMPARE(pictures.constFirst().constFirst().value<QImage>().size(), QSize(20, 10));
    // As Chromium drags one: the file of the picture, under no name.
    QByteArray file;
    QBuffer buffer(&file);
    QVERIFY(buffer.open(QIODevice::WriteOnly) && ImageSamples::halves({ 30, 20 }).save(&buffer, "JPEG"));
    QMimeData page;
    page.setHtml(u"<img src=\"https://example.org/a.jpg\" width=\"30\">"_s);
    page.setUrls({ QUrl(u"https://example.org/a.jpg"_s) });
    page.setData(u"application/octet-stream"_s, file);
    QDragEnterEvent again(QPoint(10, 10), Qt::CopyAction, &page, Qt::LeftButton, {});
    QCoreApplication::sendEvent(&view, &again);
    QVERIFY(again.isAccepted() && area.isVisible());
    QDropEvent second(QPointF(10, 10), Qt::CopyAction, &page, Qt::LeftButton, {});
    QCoreApplication::sendEvent(&area, &second);
    QCOMPARE(pictures.size(), 2);
    QCOMPARE(pictures.constLast().constFirst().value<QImage>().size(), QSize(30, 20));
    // What is no picture of a known kind is none.
    page.setData(u"application/octet-stream"_s, "<svg/>");
    QDropEvent third(QPointF(10, 10), Qt::CopyAction, &page, Qt::LeftButton, {});
    QCoreApplication::sendEvent(&area, &third);
    QCOMPARE(pictures.size(), 2);
    QVERIFY(!third.isAccepted());
    // A link without a picture stays text.
    QMimeData link;
    link.setUrls({ QUrl(u"https://example.org/a.png"_s) });
    QDragEnterEvent other(QPoint(10, 10), Qt::CopyAction, &link, Qt::LeftButton, {});
    QCoreApplication::sendEvent(&view, &other);
    QVERIFY(!area.isVisible());
}

void TestSendFiles::filesAreRefusedWhereTheyAreNot()
{
    QWidget view;
    view.resize(500, 400);
    FileDropArea area(m_theme, view, {});
    area.setMayDrop([] { return false; });
    view.show();
    QSignalSpy dropped(&area, &FileDropArea::dropped);
    QMimeData mime;
    mime.setUrls({ QUrl::fromLocalFile(u"/tmp/a.png"_s) });
    QDragEnterEvent enter(QPoint(10, 10), Qt::CopyAction, &mime, Qt::LeftButton, {});
    QCoreApplication::sendEvent(&view, &enter);
    QVERIFY(!enter.isAccepted());
    QVERIFY(!area.isVisible()); // no promise is made
    QDropEvent drop(QPointF(10, 10), Qt::CopyAction, &mime, Qt::LeftButton, {});
    QCoreApplication::sendEvent(&view, &drop);
    QVERIFY(dropped.isEmpty());
    // Text that is dragged is nobody's business here.
    QMimeData text;
    text.setText(u"words"_s);
    area.setMayDrop([] { return true; });
    QDragEnterEvent words(QPoint(10, 10), Qt::CopyAction, &text, Qt::LeftButton, {});
    QCoreApplication::sendEvent(&view, &words);
    QVERIFY(!area.isVisible());
}

void TestSendFiles::theDialogShowsWhatWillBeSent()
{
    SendFilesDialog &dialog = open({ { file(u"photo.png"_s, 40, 30), file(u"plan.pdf"_s) } }, u"written before"_s);
    QCOMPARE(names(), (QStringList{ u"photo.png"_s, u"plan.pdf"_s }));
    QCOMPARE(dialog.caption(), u"written before"_s);
    QVERIFY(dialog.windowTitle().contains(u"# General"_s));
    auto *name = dialog.findChild<QLineEdit *>(u"outgoingName"_s);
    name->setText(u"Photo été.png"_s);
    QCOMPARE(names().constFirst(), u"Photo été.png"_s);
    QSignalSpy confirmed(&dialog, &SendFilesDialog::confirmed);
    find<QPushButton>(u"sendFiles"_s)->click();
    QCOMPARE(confirmed.size(), 1);
    const auto choice = confirmed.constFirst().constFirst().value<SendFilesDialog::Choice>();
    QCOMPARE(choice.files.size(), 2);
    QCOMPARE(choice.files.constFirst().width, 40U);
    QCOMPARE(choice.caption, u"written before"_s);
    QVERIFY(m_dialog->isVisible()); // until it was taken
    dialog.failed(Error{ ErrorCode::FileChanged, {}, {} });
    QVERIFY(!dialog.troubleText().isEmpty());
}

void TestSendFiles::theOrderIsThePersons()
{
    open({ { file(u"a.txt"_s), file(u"b.txt"_s), file(u"c.txt"_s) } });
    auto rows = m_dialog->findChild<OutgoingFiles *>()->rows();
    QVERIFY(!rows[0]->findChild<QToolButton *>(u"moveUp"_s)->isEnabled());
    rows[2]->findChild<QToolButton *>(u"moveUp"_s)->click();
    QCOMPARE(names(), (QStringList{ u"a.txt"_s, u"c.txt"_s, u"b.txt"_s }));
    QTest::keyClick(rows[0]->findChild<QLineEdit *>(), Qt::Key_Down, Qt::AltModifier);
    QCOMPARE(names(), (QStringList{ u"c.txt"_s, u"a.txt"_s, u"b.txt"_s }));
    rows[1]->findChild<QToolButton *>(u"removeFile"_s)->click();
    QCOMPARE(names(), (QStringList{ u"c.txt"_s, u"a.txt"_s }));
}

void TestSendFiles::removingTheLastOneEndsIt()
{
    open({ { file(u"a.txt"_s) } });
    QSignalSpy removed(m_dialog, &SendFilesDialog::removed);
    m_dialog->findChild<QToolButton *>(u"removeFile"_s)->click();
    QCOMPARE(removed.size(), 1);
    QTRY_VERIFY(m_dialog.isNull());
}

void TestSendFiles::aRefusalIsSaidBeforeAnythingIsSent()
{
    m_answer = tl::unexpected(Error{ ErrorCode::FileTooLarge, {}, { u"26214400"_s } });
    SendFilesDialog &dialog = open({ { file(u"a.iso"_s), file(u"b.txt"_s) } }, u"my words"_s);
    QVERIFY(!find<QPushButton>(u"sendFiles"_s)->isEnabled());
    QVERIFY(!dialog.troubleText().isEmpty());
    // Enter does not get round it, and nothing of it is lost.
    QSignalSpy confirmed(&dialog, &SendFilesDialog::confirmed);
    QTest::keyClick(dialog.findChild<ComposerEdit *>(), Qt::Key_Return);
    QVERIFY(confirmed.isEmpty());
    QCOMPARE(dialog.caption(), u"my words"_s);
    m_answer = {};
    dialog.findChild<QToolButton *>(u"removeFile"_s)->click();
    QVERIFY(find<QPushButton>(u"sendFiles"_s)->isEnabled());
    QVERIFY(dialog.troubleText().isEmpty());
}

void TestSendFiles::picturesMayBeSentAsFiles()
{
    open({ { file(u"photo.png"_s, 40, 30) } });
    auto *asFiles = find<QCheckBox>(u"sendAsFiles"_s);
    QVERIFY(asFiles->isVisible());
    QCOMPARE(m_dialog->choice().files.constFirst().width, 40U);
    asFiles->click();
    QCOMPARE(m_dialog->choice().files.constFirst().width, 0U);
    delete m_dialog;
    open({ { file(u"plan.pdf"_s) } });
    QVERIFY(!find<QCheckBox>(u"sendAsFiles"_s)->isVisible()); // there is nothing to choose
}

void TestSendFiles::moreCanBeAddedButNoFolder()
{
    SendFilesDialog &dialog = open({ { file(u"a.txt"_s) } });
    QSignalSpy more(&dialog, &SendFilesDialog::moreWanted);
    find<QPushButton>(u"moreFiles"_s)->click();
    QCOMPARE(more.size(), 1);
    dialog.addFiles({ { file(u"b.txt"_s) } });
    QCOMPARE(names(), (QStringList{ u"a.txt"_s, u"b.txt"_s }));
    dialog.addFiles({ { file(u"c.txt"_s) }, u"Folder"_s });
    QCOMPARE(names().size(), 2);
    QVERIFY(!dialog.troubleText().isEmpty());
}

void TestSendFiles::aFolderIsOneCard()
{
    OutgoingFile inside = file(u"photo.png"_s, 40, 30);
    inside.folderPath = u"pictures"_s;
    SendFilesDialog &dialog = open({ { file(u"a.txt"_s), inside }, u"Travail"_s, 3 });
    QVERIFY(!dialog.findChild<OutgoingFiles *>()->isVisible());
    find<QLineEdit>(u"folderName"_s)->setText(u"Projet"_s);
    const SendFilesDialog::Choice choice = dialog.choice();
    QCOMPARE(choice.folder, u"Projet"_s);
    QCOMPARE(choice.files.size(), 2);
    QCOMPARE(choice.files[1].folderPath, u"pictures"_s);
}

void TestSendFiles::enterInTheCaptionSends()
{
    SendFilesDialog &dialog = open({ { file(u"a.txt"_s) } });
    QSignalSpy confirmed(&dialog, &SendFilesDialog::confirmed);
    QTest::keyClick(dialog.findChild<ComposerEdit *>(), Qt::Key_Return, Qt::ShiftModifier);
    QVERIFY(confirmed.isEmpty());
    QTest::keyClick(dialog.findChild<ComposerEdit *>(), Qt::Key_Return);
    QCOMPARE(confirmed.size(), 1);
}

QTEST_MAIN(TestSendFiles)
#include "tst_send_files.moc"
