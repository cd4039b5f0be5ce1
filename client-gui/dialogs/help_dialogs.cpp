// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-gui/dialogs/help_dialogs.h"

#include "client-gui/app/theme.h"
#include "client-gui/app/tinted_icon.h"
#include "client-gui/widgets/text_label.h"
#include "resources/app_icon.h"
#include "shared/base/build_facts.h"
#include "shared/client-core/text/completion.h"
#include "shared/transport/tls_config.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace salon {
namespace {

QString keyText(const QList<QKeySequence> &keys)
{
    QStringList texts;
    for (const QKeySequence &key : keys)
        texts.append(key.toString(QKeySequence::NativeText));
    return texts.join(u"  ·  "_s);
}

} // namespace

ShortcutsDialog::ShortcutsDialog(Theme &theme, std::function<QList<ShortcutRow>()> rows, QWidget *parent)
    : SalonDialog(theme, parent)
    , m_rows(std::move(rows))
    , m_filter(new QLineEdit(this))
    , m_list(new QTreeWidget(this))
    , m_close(addCancel())
{
    m_filter->setObjectName(u"shortcutFilter"_s);
    m_list->setObjectName(u"shortcuts"_s);
    m_filter->setClearButtonEnabled(true);
    m_filter->addAction(tintedIcon(theme, u"search"_s), QLineEdit::LeadingPosition);
    m_list->setColumnCount(2);
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setHeaderHidden(true);
    m_list->header()->setStretchLastSection(false);
    m_list->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_list->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    content()->addWidget(m_filter);
    content()->addWidget(m_list, 1);
    setTroubleLines(0);
    setDrawnWidth(560);
    connect(m_filter, &QLineEdit::textChanged, this, &ShortcutsDialog::filter);
    m_filter->setFocus();
    retranslateUi();
    applyTheme();
}

void ShortcutsDialog::filter()
{
    const QString wanted = foldedForSearch(m_filter->text().trimmed());
    for (int i = 0; i < m_list->topLevelItemCount(); ++i) {
        QTreeWidgetItem *item = m_list->topLevelItem(i);
        item->setHidden(!foldedForSearch(item->text(0) + u' ' + item->text(1)).contains(wanted));
    }
}

void ShortcutsDialog::retranslateUi()
{
    setHeading(tr("Keyboard shortcuts"));
    m_filter->setPlaceholderText(tr("Search"));
    m_filter->setAccessibleName(tr("Search the shortcuts"));
    m_list->setAccessibleName(tr("Keyboard shortcuts"));
    m_list->setHeaderLabels({ tr("Command"), tr("Keys") });
    m_list->clear();
    const QList<ShortcutRow> rows = m_rows();
    for (const ShortcutRow &row : rows) {
        auto *item = new QTreeWidgetItem(m_list, { row.words, keyText(row.keys) });
        item->setForeground(1, theme().colour(ColourRole::Muted));
    }
    filter();
    m_close->setText(tr("Close"));
}

void ShortcutsDialog::applyTheme()
{
    m_list->setMinimumHeight(theme().tokens().px(340));
    for (int i = 0; i < m_list->topLevelItemCount(); ++i)
        m_list->topLevelItem(i)->setForeground(1, theme().colour(ColourRole::Muted));
}

AboutDialog::AboutDialog(Theme &theme, QWidget *parent)
    : SalonDialog(theme, parent)
    , m_icon(new QLabel(this))
    , m_version(new TextLabel(theme, TextRole::Name, ColourRole::Text, this))
    , m_text(new TextLabel(theme, TextRole::Body, ColourRole::Text, this))
    , m_facts(new TextLabel(theme, TextRole::Meta, ColourRole::Muted, this))
    , m_licence(new TextLabel(theme, TextRole::Meta, ColourRole::Muted, this))
    , m_copy(addSide())
    , m_close(addCancel())
{
    m_version->setObjectName(u"version"_s);
    m_facts->setObjectName(u"facts"_s);
    m_close->setDefault(true);
    m_copy->setIcon(tintedIcon(theme, u"copy"_s));
    for (TextLabel *label : { m_version, m_facts, m_text, m_licence }) {
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    }
    auto *words = new QVBoxLayout;
    words->setSpacing(theme.tokens().space(Space::Small));
    words->addWidget(m_version);
    words->addWidget(m_facts);
    words->addWidget(m_text);
    words->addWidget(m_licence);
    words->addStretch(1);
    auto *row = new QHBoxLayout;
    row->setSpacing(theme.tokens().space(Space::Large));
    row->addWidget(m_icon, 0, Qt::AlignTop);
    row->addLayout(words, 1);
    content()->addLayout(row);
    setTroubleLines(0);
    connect(m_copy, &QPushButton::clicked, this,
        [this] { QGuiApplication::clipboard()->setText(m_version->text() + u'\n' + m_facts->text()); });
    m_close->setFocus();
    retranslateUi();
    applyTheme();
}

void AboutDialog::retranslateUi()
{
    setHeading(tr("About Salon"));
    //: %1 version, %2 commit it was built from
    m_version->setText(tr("Salon, version %1 (%2)").arg(buildVersion(), shownCommit()));
    m_facts->setText(buildFacts(tlsLibraryName()).join(u'\n'));
    m_text->setText(tr("Chat on a server of your own. Nothing of what you write goes anywhere else."));
    m_licence->setText(tr("Copyright 2026 The Salon developers. Free software under the Apache License 2.0 "
                          "(apache.org/licenses/LICENSE-2.0). Built with Qt, which comes under the GNU LGPL 3 "
                          "(qt.io/licensing)."));
    m_copy->setText(tr("Copy the version"));
    m_close->setText(tr("Close"));
}

void AboutDialog::applyTheme()
{
    const int side = theme().tokens().px(64);
    m_icon->setPixmap(appIcon().pixmap(QSize(side, side), devicePixelRatioF()));
}

} // namespace salon
