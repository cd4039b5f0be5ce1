// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-gui/widgets/language_switch.h"

#include "client-gui/app/language_manager.h"
#include "client-gui/app/style_paint.h"
#include "client-gui/app/theme.h"
#include "client-gui/widgets/plain_tool_tip.h"

#include <QAbstractButton>
#include <QButtonGroup>
#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace salon {

namespace {

class Segment : public QAbstractButton
{
public:
    Segment(Theme &theme, const QString &text, const QString &language, QWidget *parent)
        : QAbstractButton(parent)
        , m_theme(theme)
    {
        setText(text);
        // A language is named in itself, whatever is spoken now.
        setAccessibleName(language);
        setPlainToolTip(this, language);
        setCheckable(true);
        setFocusPolicy(Qt::TabFocus);
        setAttribute(Qt::WA_Hover);
        setCursor(Qt::PointingHandCursor);
        connect(&theme, &Theme::changed, this, [this] { updateGeometry(); });
    }

    QSize sizeHint() const override
    {
        const Tokens &tokens = m_theme.tokens();
        const int textWidth = QFontMetrics(segmentFont()).horizontalAdvance(text());
        return { std::max(tokens.px(32), textWidth + 2 * tokens.space(Space::Small)), tokens.touchTarget() };
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Tokens &tokens = m_theme.tokens();
        QPainter painter(this);
        const QRectF pill = QRectF(rect()).adjusted(2, 2, -2, -2);
        const qreal radius = tokens.px(4);
        if (isChecked())
            paintBox(painter, pill, radius, tokens.colour(ColourRole::Selection),
                tokens.isHighContrast() ? tokens.colour(ColourRole::Accent) : QColor(), 2);
        else if (underMouse())
            paintBox(painter, pill, radius, tokens.colour(ColourRole::Hover));
        painter.setFont(segmentFont());
        painter.setPen(tokens.colour(isChecked() ? ColourRole::Accent : ColourRole::Muted));
        painter.drawText(rect(), Qt::AlignCenter, text());
        if (hasFocus() && window()->testAttribute(Qt::WA_KeyboardFocusChange))
            paintFocusRing(painter, rect(), tokens.controlRadius(), tokens);
    }

private:
    QFont segmentFont() const
    {
        QFont font = m_theme.tokens().font(TextRole::Meta);
        font.setWeight(QFont::DemiBold);
        return font;
    }

    Theme &m_theme;
};

} // namespace

LanguageSwitch::LanguageSwitch(Theme &theme, LanguageManager &languages, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_languages(languages)
    , m_french(new Segment(theme, u"FR"_s, u"Français"_s, this))
    , m_english(new Segment(theme, u"EN"_s, u"English"_s, this))
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    m_french->setObjectName(u"languageFrench"_s);
    m_english->setObjectName(u"languageEnglish"_s);

    auto *group = new QButtonGroup(this);
    group->addButton(m_french);
    group->addButton(m_english);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(m_french);
    row->addWidget(m_english);

    showLanguage();
    retranslateUi();
    // Toggled and not clicked: the arrow keys check the neighbour without a click.
    connect(group, &QButtonGroup::buttonToggled, this, [this](QAbstractButton *button, bool checked) {
        const bool isFrench = m_languages.language() == "fr"_L1;
        if (checked && isFrench != (button == m_french))
            m_languages.setChoice(button == m_french ? LanguageChoice::French : LanguageChoice::English);
    });
    connect(&languages, &LanguageManager::languageChanged, this, &LanguageSwitch::showLanguage);
}

void LanguageSwitch::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslateUi();
    QWidget::changeEvent(event);
}

void LanguageSwitch::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintBox(painter, rect(), m_theme.tokens().controlRadius(), {}, m_theme.colour(ColourRole::ControlLine),
        m_theme.tokens().lineWidth());
}

void LanguageSwitch::retranslateUi()
{
    //: What the two buttons FR and EN are for, said by screen readers
    setAccessibleName(tr("Language of the program"));
}

void LanguageSwitch::showLanguage()
{
    (m_languages.language() == "fr"_L1 ? m_french : m_english)->setChecked(true);
}

} // namespace salon
