// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/client-core/files/outgoing_file.h"

#include <QScrollArea>

class QBoxLayout;
class QLabel;
class QLineEdit;

namespace salon {

class IconButton;
class ImageLoader;
class TextLabel;
class Theme;

/// One file that is about to be sent: picture, name that can be changed, size, and what can be done with its place.
class OutgoingFileRow : public QWidget
{
    Q_OBJECT

public:
    OutgoingFileRow(Theme &theme, ImageLoader &images, const OutgoingFile &file, QWidget *parent = nullptr);

    /// As it is to be sent: with the name that stands there now.
    [[nodiscard]] OutgoingFile file() const;
    void setPlace(bool isFirst, bool isLast);
    void focusName();

Q_SIGNALS:
    void nameChanged();
    void moveAsked(int by);
    void removeAsked();

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void retranslateUi();
    void applyLook();
    void showPicture();

    Theme &m_theme;
    ImageLoader &m_images;
    OutgoingFile m_file;
    QLabel *m_picture;
    QLineEdit *m_name;
    TextLabel *m_facts;
    IconButton *m_up;
    IconButton *m_down;
    IconButton *m_remove;
};

/// The files that are about to be sent, in their order.
class OutgoingFiles : public QScrollArea
{
    Q_OBJECT

public:
    OutgoingFiles(Theme &theme, ImageLoader &images, QWidget *parent = nullptr);

    void add(const QList<OutgoingFile> &files);
    [[nodiscard]] QList<OutgoingFile> files() const;
    [[nodiscard]] QList<OutgoingFileRow *> rows() const;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void changed();
    /// It is not to be sent after all.
    void removed(const salon::OutgoingFile &file);

private:
    void move(OutgoingFileRow *row, int by);
    void remove(OutgoingFileRow *row);
    void showPlaces();

    Theme &m_theme;
    ImageLoader &m_images;
    QBoxLayout *m_column;
};

} // namespace salon
