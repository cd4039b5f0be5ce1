// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-gui/app/language_manager.h"
#include "client-gui/app/theme.h"
#include "client-gui/timeline/timeline_view.h"
#include "tests/gui/timeline/fake_timeline.h"

#include <QDir>
#include <QScrollBar>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace salon;
using namespace salon::test;

/// Messages in all their forms, in both languages, light and dark, small, large and compact. With
/// SALON_PICTURES=<folder> the pictures are kept to be looked at; QT_SCALE_FACTOR=2 draws them at 200 %.
class TestMessagePictures : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void forms_data();
    void forms();

private:
    void add(const QString &name, qint64 author, const QString &text);

    Theme m_theme;
    LanguageManager m_languages;
    FakeTimeline m_model;
};

void TestMessagePictures::add(const QString &name, qint64 author, const QString &text)
{
    FakeTimeline::Row row;
    row.seq = m_model.rows.size() + 1;
    row.name = name;
    row.author = author;
    row.text = text;
    row.format = TextFormat::Markdown;
    row.timeMs = 1'700'000'000'000 + row.seq * 60'000;
    row.startsGroup = m_model.rows.isEmpty() || m_model.rows.constLast().author != author;
    row.rights = FakeTimeline::AllRights;
    m_model.rows.append(row);
}

void TestMessagePictures::initTestCase()
{
    m_model.names.person = [](const QString &login) -> std::optional<PersonName> {
        if (login == "camille"_L1)
            return PersonName{ u"Camille Dubois"_s, 99, true };
        return login == "zoe"_L1 ? std::optional(PersonName{ u"Zoé"_s, 4, false }) : std::nullopt;
    };
    m_model.names.room = [](const QString &name) -> std::optional<RoomName> {
        return name == u"réseau"_s ? std::optional(RoomName{ name, 3 }) : std::nullopt;
    };
    const QString marie = u"Marie Curie"_s;
    add(marie, 2,
        u"Le **serveur** tourne, *enfin* ; ~~hier~~ aujourd’hui. Voir `salon-server --health`, [le guide](https://salon.example/guide) et https://salon.example/docs."_s);
    m_model.rows.last().editedMs = m_model.rows.constLast().timeMs + 60'000;
    m_model.rows.last().isPinned = true;
    add(marie, 2,
        u"À faire :\n\n- du pain\n- du fromage\n  1. brie\n  2. comté\n\n> Qui vient jeudi ?\n> > Moi.\n\nMerci !"_s);
    m_model.rows.last().reactions
        = { { u"👍"_s, 3, true, {} }, { u"🎉"_s, 1, false, {} }, { u"❤️"_s, 12, false, {} } };
    add(u"Ahmed"_s, 3,
        u"@zoe et @camille : on en parle dans #réseau. La fin du film : ||il était mort depuis le début||."_s);
    m_model.rows.last().mentionsMe = true;
    m_model.rows.last().replySeq = 2;
    m_model.rows.last().replyAuthor = marie;
    m_model.rows.last().replyText
        = u"À faire : • du pain • du fromage 1. brie 2. comté « Qui vient jeudi ? » et encore bien d’autres choses"_s;
    add(u"Ahmed"_s, 3,
        u"```cpp\n// Répond à netcat.\nint main(int argc, char **argv)\n{\n    return serve(\"0.0.0.0\", 7337);\n}\n```"_s);
    m_model.rows.last().reactions = { { u"🚀"_s, 2, false, {} } };
    add(u"Zoé"_s, 4, u"🎉🎉"_s);
    add(u"Zoé"_s, 4, {});
    m_model.rows.last().isDeleted = true;
    m_model.rows.last().deletedBy = u"Ahmed"_s;
    m_model.rows.last().rights = {};
    add(u"Camille Dubois"_s, 99, u"fait signe à tout le monde"_s);
    m_model.rows.last().format = TextFormat::Action;
    m_model.rows.last().isOwn = true;
    m_model.rows.last().isSaved = true;
    add(u"Camille Dubois"_s, 99, u"Corrigé hors ligne."_s);
    m_model.rows.last().isOwn = true;
    m_model.rows.last().isPending = true;
    m_model.rows.last().editedMs = m_model.rows.constLast().timeMs;
    m_model.rows.last().replySeq = 1;
    m_model.rows.last().isReplyGone = true;
    add(u"דנה לוי"_s, 5, u"> שלום\n\n- מה **שלומכם** היום?"_s);
    m_model.rows.last().reactions = { { u"👋🏽"_s, 1, false, {} } };
    m_model.rows.last().replySeq = 3;
}

void TestMessagePictures::forms_data()
{
    QTest::addColumn<LanguageChoice>("language");
    QTest::addColumn<ThemeChoice>("theme");
    QTest::addColumn<QSize>("size");
    QTest::addColumn<bool>("isCompact");
    QTest::newRow("light-fr") << LanguageChoice::French << ThemeChoice::Light << QSize(800, 1000) << false;
    QTest::newRow("dark-en") << LanguageChoice::English << ThemeChoice::Dark << QSize(800, 1000) << false;
    QTest::newRow("contrast") << LanguageChoice::French << ThemeChoice::HighContrast << QSize(800, 1000) << false;
    QTest::newRow("small") << LanguageChoice::French << ThemeChoice::Light << QSize(420, 600) << false;
    QTest::newRow("compact") << LanguageChoice::English << ThemeChoice::Light << QSize(640, 1000) << true;
}

void TestMessagePictures::forms()
{
    QFETCH(LanguageChoice, language);
    QFETCH(ThemeChoice, theme);
    QFETCH(QSize, size);
    QFETCH(bool, isCompact);
    m_languages.setChoice(language);
    m_theme.setChoice(theme);
    TimelineView view(m_theme);
    view.setOffers({ true, true });
    view.setCompact(isCompact);
    view.resize(size);
    view.setModel(&m_model);
    view.show();
    QVERIFY(QTest::qWaitForWindowExposed(&view));
    const auto keep = [&view](const QString &name) {
        const QPixmap picture = view.grab();
        QVERIFY(!picture.isNull());
        const QString folder = qEnvironmentVariable("SALON_PICTURES");
        if (!folder.isEmpty())
            QVERIFY(picture.save(QDir(folder).filePath(name + u".png"_s)));
    };
    const QString tag = QString::fromLatin1(QTest::currentDataTag());
    // The mouse is on the code: the bar, and the button that copies it.
    view.showRow(3);
    const QRect row = view.rowRect(3);
    QTest::mouseMove(view.viewport(), row.center());
    QCoreApplication::processEvents();
    keep(u"messages-"_s + tag);
    view.verticalScrollBar()->setValue(view.verticalScrollBar()->maximum());
    view.offerReturn(true);
    view.jumpToRow(int(m_model.rows.size()) - 2);
    keep(u"messages-end-"_s + tag);
    // Every message has its height, and none is wider than the view.
    for (int i = 0; i < m_model.rowCount(); ++i) {
        const RowLayout &layout = view.rows().layout(i);
        QVERIFY(layout.height() > 0);
        for (const QRect &chip : layout.reactionRects())
            QVERIFY(chip.right() < view.viewport()->width());
    }
}

QTEST_MAIN(TestMessagePictures)
#include "tst_message_pictures.moc"
