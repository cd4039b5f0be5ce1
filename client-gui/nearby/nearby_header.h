// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/base/ids.h"

#include <QWidget>

class QBoxLayout;
class QMenu;

namespace salon {

class AvatarLabel;
class DirectBadge;
class ElidedLabel;
class IconButton;
class Nearby;
class Theme;

/// The line above a conversation with a person nearby: who, whether they are here, whether what is written goes
/// directly, and what can be done.
class NearbyHeader : public QWidget
{
    Q_OBJECT

public:
    NearbyHeader(Theme &theme, Nearby &nearby, QWidget *parent = nullptr);

    /// Who has left the list keeps the name that was shown; nothing is offered then.
    void setPerson(const QByteArray &key);
    /// Files can be given to this person now.
    void setMaySend(bool maySend);
    /// The rest gives way to the name.
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void sendFileRequested();
    void serverConversationRequested(const QString &server, salon::AccountId person);

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void showPerson();
    void showMenu();
    void showWords();
    void retranslateUi();
    void applyLook();
    /// Shows as much beside the name as there is room for.
    void fit();

    Theme &m_theme;
    Nearby &m_nearby;
    QByteArray m_key;
    bool m_isThere = false; ///< is in the list
    AvatarLabel *m_avatar;
    ElidedLabel *m_name;
    DirectBadge *m_badge;
    ElidedLabel *m_status;
    IconButton *m_file;
    IconButton *m_words;
    IconButton *m_more;
    QBoxLayout *m_row;
};

} // namespace salon
