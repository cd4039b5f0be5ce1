// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-gui/how_it_works/layers_page.h"

#include "client-gui/app/theme.h"
#include "client-gui/widgets/text_label.h"

#include <QEvent>
#include <QVBoxLayout>

namespace salon {

namespace {
constexpr int LayerCount = 6;
}

LayersPage::LayersPage(Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
{
    auto *column = new QVBoxLayout(this);
    for (int i = 0; i < LayerCount; ++i) {
        const Layer layer{ new TextLabel(theme, TextRole::Name, ColourRole::Text, this),
            new TextLabel(theme, TextRole::Body, ColourRole::Text, this) };
        layer.words->setWordWrap(true);
        layer.words->setTextInteractionFlags(Qt::TextSelectableByMouse);
        column->addWidget(layer.name);
        column->addWidget(layer.words);
        m_layers.append(layer);
    }
    column->addStretch(1);
    connect(&theme, &Theme::changed, this, &LayersPage::applyTheme);
    retranslateUi();
    applyTheme();
}

void LayersPage::setConnection(const QString &address, bool isEncrypted, bool isPeer)
{
    m_address = address;
    m_isEncrypted = isEncrypted;
    m_isPeer = isPeer;
    retranslateUi();
}

void LayersPage::retranslateUi()
{
    m_layers[0].name->setText(tr("1. The connection"));
    const QString connection
        = tr("TCP carries bytes both ways, all of them and in order. Where a message begins or ends it does not know.");
    //: %1 is what comes before, %2 the address of a server
    m_layers[0].words->setText(
        m_address.isEmpty() ? connection : tr("%1 The one watched here goes to %2.").arg(connection, m_address));
    m_layers[1].name->setText(tr("2. Encryption (TLS)"));
    m_layers[1].words->setText(encryption());
    m_layers[2].name->setText(tr("3. The frame"));
    m_layers[2].words->setText(tr(
        "Frames cut the stream of bytes into messages: first how long it is, then so many bytes, then the next one."));
    m_layers[3].name->setText(tr("4. The length"));
    m_layers[3].words->setText(
        tr("Four bytes, the one that counts most first (big-endian): 00 00 00 2A announces 42 "
           "bytes. It is checked before anything is kept, so that nobody can announce gigabytes."));
    m_layers[4].name->setText(tr("5. The notation (CBOR)"));
    m_layers[4].words->setText(
        tr("CBOR writes numbers, texts, lists and maps in few bytes (RFC 8949). The first byte of each thing says what "
           "it is and how long: 83 begins a list of three, 6A a text of ten bytes, 05 is just the number 5."));
    m_layers[5].name->setText(tr("6. The message"));
    m_layers[5].words->setText(
        tr("Always a list of three: the type of the message, a number that ties an answer to its request, and the "
           "fields. A field is a small number (its key) and a value; fields that say nothing unusual are left out. "
           "docs/PROTOCOL.md describes them all."));
}

QString LayersPage::encryption() const
{
    if (m_isPeer) {
        return tr("TLS makes every byte unreadable for whoever listens on the way. Then each device signs with its own "
                  "key what both have seen of this connection, so that nobody sits in between unnoticed. What is shown "
                  "here is what lies inside.");
    }
    return m_isEncrypted
        ? tr("TLS makes every byte unreadable for whoever listens on the way, and the server's key proves that "
             "nobody else answers in its place. What is shown here is what lies inside.")
        : tr("This connection has none, which is allowed on the same computer only. Others have TLS here: it makes "
             "every byte unreadable for whoever listens on the way, and the server's key proves that nobody else "
             "answers in its place.");
}

void LayersPage::applyTheme()
{
    const Tokens &tokens = m_theme.tokens();
    layout()->setSpacing(tokens.space(Space::Tight));
    const int margin = tokens.space(Space::Medium);
    layout()->setContentsMargins(margin, margin, margin, margin);
    for (const Layer &layer : std::as_const(m_layers))
        layer.words->setContentsMargins(0, 0, 0, tokens.space(Space::Small));
}

void LayersPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslateUi();
    QWidget::changeEvent(event);
}

} // namespace salon
