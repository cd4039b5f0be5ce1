// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-gui/files/outgoing_files.h"

#include "client-gui/app/theme.h"
#include "client-gui/app/tinted_icon.h"
#include "client-gui/files/file_card_painter.h"
#include "client-gui/files/image_loader.h"
#include "client-gui/timeline/file_offers.h"
#include "client-gui/widgets/icon_button.h"
#include "client-gui/widgets/text_label.h"
#include "shared/client-core/files/file_kind.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QScrollBar>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace salon {
namespace {

constexpr int PictureSide = 48; ///< drawn at 100 %
constexpr int MostVisible = 4;

} // namespace

OutgoingFileRow::OutgoingFileRow(Theme &theme, ImageLoader &images, const OutgoingFile &file, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_images(images)
    , m_file(file)
    , m_picture(new QLabel(this))
    , m_name(new QLineEdit(file.name, this))
    , m_facts(new TextLabel(theme, TextRole::Meta, ColourRole::Muted, this))
    , m_up(new IconButton(theme, u"chevron-up"_s, this))
    , m_down(new IconButton(theme, u"chevron-down"_s, this))
    , m_remove(new IconButton(theme, u"close"_s, this))
{
    setObjectName(u"outgoingFile"_s);
    m_name->setObjectName(u"outgoingName"_s);
    m_up->setObjectName(u"moveUp"_s);
    m_down->setObjectName(u"moveDown"_s);
    m_remove->setObjectName(u"removeFile"_s);
    m_picture->setAlignment(Qt::AlignCenter);
    auto *words = new QVBoxLayout;
    words->setSpacing(2);
    words->addWidget(m_name);
    words->addWidget(m_facts);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins({});
    row->addWidget(m_picture);
    row->addLayout(words, 1);
    for (IconButton *button : { m_up, m_down, m_remove })
        row->addWidget(button);
    m_name->setCursorPosition(0); // a long name shows how it begins
    connect(m_name, &QLineEdit::textChanged, this, [this] {
        retranslateUi();
        Q_EMIT nameChanged();
    });
    connect(m_up, &QAbstractButton::clicked, this, [this] { Q_EMIT moveAsked(-1); });
    connect(m_down, &QAbstractButton::clicked, this, [this] { Q_EMIT moveAsked(1); });
    connect(m_remove, &QAbstractButton::clicked, this, &OutgoingFileRow::removeAsked);
    connect(&images, &ImageLoader::loaded, this, [this](const QByteArray &key) {
        if (key == m_file.path.toUtf8())
            showPicture();
    });
    connect(&theme, &Theme::changed, this, &OutgoingFileRow::applyLook);
    retranslateUi();
    applyLook();
}

OutgoingFile OutgoingFileRow::file() const
{
    OutgoingFile file = m_file;
    file.name = m_name->text().trimmed();
    return file;
}

void OutgoingFileRow::setPlace(bool isFirst, bool isLast)
{
    m_up->setVisible(!(isFirst && isLast));
    m_down->setVisible(!(isFirst && isLast));
    m_up->setEnabled(!isFirst);
    m_down->setEnabled(!isLast);
}

void OutgoingFileRow::focusName()
{
    m_name->setFocus(Qt::OtherFocusReason);
}

void OutgoingFileRow::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslateUi();
    QWidget::changeEvent(event);
}

/// Alt and an arrow move the file, wherever in its row one is.
void OutgoingFileRow::keyPressEvent(QKeyEvent *event)
{
    if (event->modifiers() == Qt::AltModifier && event->key() == Qt::Key_Up && m_up->isEnabled())
        Q_EMIT moveAsked(-1);
    else if (event->modifiers() == Qt::AltModifier && event->key() == Qt::Key_Down && m_down->isEnabled())
        Q_EMIT moveAsked(1);
    else
        QWidget::keyPressEvent(event);
}

void OutgoingFileRow::retranslateUi()
{
    const QString name = m_name->text();
    m_name->setAccessibleName(tr("Name of the file"));
    m_up->setWords(tr("Move %1 up").arg(name), { Qt::ALT | Qt::Key_Up });
    m_down->setWords(tr("Move %1 down").arg(name), { Qt::ALT | Qt::Key_Down });
    m_remove->setWords(tr("Do not send %1").arg(name));
    const QString size = sizeText(m_file.size);
    m_facts->setText(m_file.width > 0 && m_file.height > 0
            //: A picture: %1 × %2 is its size in pixels, %3 its size as a file
            ? tr("%1 × %2 · %3").arg(QString::number(m_file.width), QString::number(m_file.height), size)
            : size);
}

void OutgoingFileRow::applyLook()
{
    const int side = m_theme.tokens().px(PictureSide);
    m_picture->setFixedSize(side, side);
    layout()->setSpacing(m_theme.tokens().space(Space::Small));
    showPicture();
}

void OutgoingFileRow::showPicture()
{
    const Tokens &tokens = m_theme.tokens();
    const qreal ratio = devicePixelRatioF();
    const int side = tokens.px(PictureSide);
    if (FileOffer::isPicture(entryOf(m_file))) {
        ImageLoader::Picture picture
            = m_images.picture(m_file.path.toUtf8(), m_file.path, QSize(side, side) * ratio, ImageDecoder::Fit::Cover);
        if (picture.state == ImageLoader::State::Ready) {
            picture.pixmap.setDevicePixelRatio(ratio);
            m_picture->setPixmap(picture.pixmap);
            return;
        }
    }
    const int icon = tokens.px(28);
    m_picture->setPixmap(
        tintedIcon(m_theme, fileIcon(m_file.name), ColourRole::Accent).pixmap(QSize(icon, icon), ratio));
}

// --- All of them

OutgoingFiles::OutgoingFiles(Theme &theme, ImageLoader &images, QWidget *parent)
    : QScrollArea(parent)
    , m_theme(theme)
    , m_images(images)
{
    setObjectName(u"outgoingFiles"_s);
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setFocusPolicy(Qt::NoFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *ground = new QWidget;
    auto *outer = new QVBoxLayout(ground);
    outer->setContentsMargins(0, 0, theme.tokens().space(Space::Small), 0);
    m_column = new QVBoxLayout;
    m_column->setSpacing(theme.tokens().space(Space::Small));
    outer->addLayout(m_column);
    outer->addStretch(1);
    setWidget(ground);
    viewport()->setAutoFillBackground(false);
    ground->setAutoFillBackground(false);
}

void OutgoingFiles::add(const QList<OutgoingFile> &files)
{
    for (const OutgoingFile &file : files) {
        auto *row = new OutgoingFileRow(m_theme, m_images, file);
        m_column->addWidget(row);
        connect(row, &OutgoingFileRow::nameChanged, this, &OutgoingFiles::changed);
        connect(row, &OutgoingFileRow::moveAsked, this, [this, row](int by) { move(row, by); });
        connect(row, &OutgoingFileRow::removeAsked, this, [this, row] { remove(row); });
    }
    showPlaces();
}

QList<OutgoingFileRow *> OutgoingFiles::rows() const
{
    QList<OutgoingFileRow *> rows;
    for (int i = 0; i < m_column->count(); ++i)
        rows.append(static_cast<OutgoingFileRow *>(m_column->itemAt(i)->widget()));
    return rows;
}

QList<OutgoingFile> OutgoingFiles::files() const
{
    QList<OutgoingFile> files;
    const QList<OutgoingFileRow *> all = rows();
    for (const OutgoingFileRow *row : all)
        files.append(row->file());
    return files;
}

void OutgoingFiles::move(OutgoingFileRow *row, int by)
{
    const int to = m_column->indexOf(row) + by;
    if (to < 0 || to >= m_column->count())
        return;
    m_column->removeWidget(row);
    m_column->insertWidget(to, row);
    showPlaces();
    QWidget::setTabOrder(row, row); // the order of the keys follows below
    const QList<OutgoingFileRow *> all = rows();
    for (qsizetype i = 1; i < all.size(); ++i)
        QWidget::setTabOrder(all[i - 1], all[i]);
    ensureWidgetVisible(row);
}

void OutgoingFiles::remove(OutgoingFileRow *row)
{
    const OutgoingFile file = row->file();
    const int at = m_column->indexOf(row);
    m_column->removeWidget(row);
    row->hide();
    row->deleteLater(); // it is inside its own signal
    const QList<OutgoingFileRow *> left = rows();
    if (!left.isEmpty())
        left[std::min<qsizetype>(at, left.size() - 1)]->focusName();
    showPlaces();
    Q_EMIT removed(file);
}

void OutgoingFiles::showPlaces()
{
    const QList<OutgoingFileRow *> all = rows();
    for (OutgoingFileRow *row : all)
        row->setPlace(row == all.constFirst(), row == all.constLast());
    updateGeometry();
    Q_EMIT changed();
}

QSize OutgoingFiles::sizeHint() const
{
    const QList<OutgoingFileRow *> all = rows();
    int height = 0;
    for (const OutgoingFileRow *row : all.first(std::min<qsizetype>(all.size(), MostVisible)))
        height += row->sizeHint().height() + m_column->spacing();
    return { m_theme.tokens().px(360), height };
}

QSize OutgoingFiles::minimumSizeHint() const
{
    const QList<OutgoingFileRow *> all = rows();
    return { 0, all.isEmpty() ? 0 : all.constFirst()->sizeHint().height() };
}

} // namespace salon
