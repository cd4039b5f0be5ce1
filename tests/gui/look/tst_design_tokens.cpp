// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-gui/app/design_tokens.h"

#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace salon;

namespace {

const QList<Tokens::Scheme> AllSchemes{ Tokens::Scheme::Light, Tokens::Scheme::Dark, Tokens::Scheme::HighContrastLight,
    Tokens::Scheme::HighContrastDark };
const QList<const char *> SchemeNames{ "light", "dark", "contrast light", "contrast dark" };

struct Surface
{
    QByteArray name;
    QColor colour;
};

/// Everything that text may stand on: each opaque ground, bare, hovered, pressed and selected.
QList<Surface> surfacesOf(const Tokens &tokens)
{
    QList<Surface> surfaces;
    const QList<std::pair<QByteArray, ColourRole>> grounds{ { "window", ColourRole::Window },
        { "conversation", ColourRole::Conversation }, { "raised", ColourRole::Raised },
        { "mention", ColourRole::Mention } };
    const QList<std::pair<QByteArray, ColourRole>> veils{ { "hovered", ColourRole::Hover },
        { "pressed", ColourRole::Pressed }, { "selected", ColourRole::Selection } };
    for (const auto &[name, role] : grounds) {
        const QColor ground = tokens.colour(role);
        surfaces.append({ name, ground });
        for (const auto &[veil, over] : veils)
            surfaces.append({ veil + ' ' + name, blended(tokens.colour(over), ground) });
    }
    return surfaces;
}

} // namespace

class TestDesignTokens : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyTextIsReadableOnEverySurface_data();
    void everyTextIsReadableOnEverySurface();
    void everyNameHueIsReadableOnEverySurface_data() { everyTextIsReadableOnEverySurface_data(); }
    void everyNameHueIsReadableOnEverySurface();
    void textOnFillsIsReadable_data() { everyTextIsReadableOnEverySurface_data(); }
    void textOnFillsIsReadable();
    void marksStandOutFromTheirGround_data() { everyTextIsReadableOnEverySurface_data(); }
    void marksStandOutFromTheirGround();
    void highContrastHasNoTransparency();
    void bannersAreReadable_data() { everyTextIsReadableOnEverySurface_data(); }
    void bannersAreReadable();
    void huesDiffer_data() { everyTextIsReadableOnEverySurface_data(); }
    void huesDiffer();
    void hueOfAnAccountNeverChanges();
    void huesAreSpread();
    void anyNumberIsAHue();
    void zoomScalesLengthsAndFonts();
    void smallLengthsNeverVanish();
    void contrastOfBlackAndWhiteIs21();
};

void TestDesignTokens::everyTextIsReadableOnEverySurface_data()
{
    QTest::addColumn<Tokens::Scheme>("scheme");
    for (qsizetype i = 0; i < AllSchemes.size(); ++i)
        QTest::newRow(SchemeNames[i]) << AllSchemes[i];
}

void TestDesignTokens::everyTextIsReadableOnEverySurface()
{
    QFETCH(Tokens::Scheme, scheme);
    const Tokens tokens(scheme);
    const QList<std::pair<QByteArray, ColourRole>> texts{ { "text", ColourRole::Text }, { "muted", ColourRole::Muted },
        { "accent", ColourRole::Accent }, { "ok", ColourRole::Ok }, { "warn", ColourRole::Warn },
        { "danger", ColourRole::Danger } };
    QByteArrayList failures;
    for (const auto &[name, role] : texts) {
        for (const Surface &surface : surfacesOf(tokens)) {
            const qreal ratio = contrastRatio(tokens.colour(role), surface.colour);
            if (ratio < 4.5)
                failures.append(name + " on " + surface.name + ": " + QByteArray::number(ratio, 'f', 2));
        }
    }
    QVERIFY2(failures.isEmpty(), failures.join("; ").constData());
}

void TestDesignTokens::everyNameHueIsReadableOnEverySurface()
{
    QFETCH(Tokens::Scheme, scheme);
    const Tokens tokens(scheme);
    QByteArrayList failures;
    for (int hue = 0; hue < Tokens::HueCount; ++hue) {
        for (const Surface &surface : surfacesOf(tokens)) {
            const qreal ratio = contrastRatio(tokens.nameColour(hue), surface.colour);
            if (ratio < 4.5)
                failures.append("hue " + QByteArray::number(hue) + " on " + surface.name + ": "
                    + QByteArray::number(ratio, 'f', 2));
        }
    }
    QVERIFY2(failures.isEmpty(), failures.join("; ").constData());
}

void TestDesignTokens::textOnFillsIsReadable()
{
    QFETCH(Tokens::Scheme, scheme);
    const Tokens tokens(scheme);
    const QList<std::pair<ColourRole, ColourRole>> pairs{ { ColourRole::OnAccent, ColourRole::AccentFill },
        { ColourRole::OnDanger, ColourRole::Danger }, { ColourRole::OnBadge, ColourRole::Badge },
        { ColourRole::OnToolTip, ColourRole::ToolTip }, { ColourRole::Text, ColourRole::Found },
        { ColourRole::Accent, ColourRole::Found } };
    for (const auto &[text, fill] : pairs)
        QVERIFY2(
            contrastRatio(tokens.colour(text), tokens.colour(fill)) >= 4.5, QByteArray::number(int(fill)).constData());
    for (int hue = 0; hue < Tokens::HueCount; ++hue)
        QVERIFY2(
            contrastRatio(tokens.avatarText(), tokens.avatarFill(hue)) >= 4.5, QByteArray::number(hue).constData());
}

void TestDesignTokens::marksStandOutFromTheirGround()
{
    QFETCH(Tokens::Scheme, scheme);
    const Tokens tokens(scheme);
    for (const ColourRole ground : { ColourRole::Window, ColourRole::Conversation, ColourRole::Raised })
        for (const ColourRole mark : { ColourRole::FocusRing, ColourRole::Ok, ColourRole::Warn, ColourRole::Danger })
            QVERIFY(contrastRatio(tokens.colour(mark), tokens.colour(ground)) >= 3);
}

void TestDesignTokens::highContrastHasNoTransparency()
{
    for (const auto scheme : { Tokens::Scheme::HighContrastLight, Tokens::Scheme::HighContrastDark }) {
        const Tokens tokens(scheme);
        for (int role = 0; role < ColourRoleCount; ++role)
            QCOMPARE(tokens.colour(ColourRole(role)).alpha(), 255);
    }
}

void TestDesignTokens::bannersAreReadable()
{
    QFETCH(Tokens::Scheme, scheme);
    const Tokens tokens(scheme);
    for (const ColourRole kind : { ColourRole::Accent, ColourRole::Ok, ColourRole::Warn, ColourRole::Danger }) {
        const QColor ground = tokens.tint(kind);
        for (const ColourRole text : { ColourRole::Text, ColourRole::Muted, ColourRole::Accent, kind })
            QVERIFY2(contrastRatio(tokens.colour(text), ground) >= 4.5,
                (QByteArray::number(int(text)) + " on tint " + QByteArray::number(int(kind))).constData());
    }
}

void TestDesignTokens::huesDiffer()
{
    QFETCH(Tokens::Scheme, scheme);
    const Tokens tokens(scheme);
    QSet<QRgb> names;
    QSet<QRgb> fills;
    for (int hue = 0; hue < Tokens::HueCount; ++hue) {
        names.insert(tokens.nameColour(hue).rgb());
        fills.insert(tokens.avatarFill(hue).rgb());
    }
    QCOMPARE(names.size(), Tokens::HueCount);
    QCOMPARE(fills.size(), Tokens::HueCount);
}

void TestDesignTokens::hueOfAnAccountNeverChanges()
{
    // Golden values: a change here would give everybody another colour after an upgrade.
    QCOMPARE(hueOf(1), hueOf(u"1"));
    QCOMPARE(hueOf(qint64(1)), 8);
    QCOMPARE(hueOf(qint64(42)), 4);
    QCOMPARE(hueOf(u"zoé"), 10);
    QCOMPARE(hueOf(u""), 9);
}

void TestDesignTokens::huesAreSpread()
{
    QList<int> counts(Tokens::HueCount, 0);
    for (qint64 id = 1; id <= 1200; ++id)
        ++counts[hueOf(id)];
    for (const int count : std::as_const(counts))
        QVERIFY2(count > 60 && count < 140, QByteArray::number(count).constData());
}

void TestDesignTokens::anyNumberIsAHue()
{
    const Tokens tokens;
    QCOMPARE(tokens.nameColour(-1), tokens.nameColour(Tokens::HueCount - 1));
    QCOMPARE(tokens.avatarFill(Tokens::HueCount), tokens.avatarFill(0));
    QVERIFY(tokens.nameColour(std::numeric_limits<int>::min()).isValid());
}

void TestDesignTokens::zoomScalesLengthsAndFonts()
{
    const Tokens once(Tokens::Scheme::Light, 1.0);
    const Tokens twice(Tokens::Scheme::Light, 2.0);
    QCOMPARE(twice.listRowHeight(), 2 * once.listRowHeight());
    QCOMPARE(twice.space(Space::Wide), 48);
    for (const TextRole role : { TextRole::Body, TextRole::Meta, TextRole::Code, TextRole::SectionHead })
        QCOMPARE(twice.font(role).pointSizeF(), 2 * once.font(role).pointSizeF());
}

void TestDesignTokens::smallLengthsNeverVanish()
{
    const Tokens small(Tokens::Scheme::Light, 0.25);
    QCOMPARE(small.px(1), 1);
    QCOMPARE(small.px(0), 0);
}

void TestDesignTokens::contrastOfBlackAndWhiteIs21()
{
    QCOMPARE(contrastRatio(Qt::black, Qt::white), 21.0);
    QCOMPARE(contrastRatio(Qt::white, Qt::black), 21.0);
    QCOMPARE(contrastRatio(Qt::red, Qt::red), 1.0);
}

QTEST_MAIN(TestDesignTokens)
#include "tst_design_tokens.moc"
