// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/base/cid.h"
#include "shared/base/error.h"
#include "shared/nearby/nearby_person.h"

#include <QHash>
#include <QPointer>
#include <QWidget>

#include <functional>
#include <optional>

class QStackedLayout;

namespace salon {

class Banner;
class Composer;
class DecisionPage;
class FileCards;
class Nearby;
class NearbyHeader;
class NearbyTimelineRows;
class PeerTimeline;
class ReadWatch;
class SettingsStore;
class Theme;
class TimelineView;

/// The conversation with one person nearby, in the place of a room: who it is and how they are reached, the messages,
/// the files, the composer. With somebody who is not accepted yet it asks for the decision instead. Files are sent by
/// the button or dropped on it.
class NearbyView : public QWidget
{
    Q_OBJECT

public:
    /// The account of this computer on a server.
    using OwnAccount = std::function<AccountId(const QString &server)>;

    NearbyView(Theme &theme, SettingsStore &settings, Nearby &nearby, OwnAccount ownAccount, QWidget *parent = nullptr);
    ~NearbyView() override;

    /// Empty: nobody.
    void openPerson(const QByteArray &key);
    [[nodiscard]] const QByteArray &person() const { return m_key; }
    [[nodiscard]] QString personName() const;
    /// Anybody, not only who is shown.
    [[nodiscard]] std::optional<NearbyPerson> find(const QByteArray &key) const;
    [[nodiscard]] TimelineView &timeline() const { return *m_timeline; }
    [[nodiscard]] Composer &composer() const { return *m_composer; }
    [[nodiscard]] FileCards &files() const { return *m_files; }
    [[nodiscard]] DecisionPage &decision() const { return *m_decision; }
    [[nodiscard]] Banner &banner() const { return *m_banner; }
    void focusText();
    /// Offers these files to the person, who need not be the one shown; folders are not files.
    void sendFiles(const QByteArray &person, const QStringList &paths);

Q_SIGNALS:
    /// Its name or who is shown is another.
    void titleChanged();
    /// To the direct conversation with the same person on a server that knows them.
    void serverConversationRequested(const QString &server, salon::AccountId person);

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void makeTimeline();
    void showPerson();
    void showBanner();
    void showWindowState();
    void send(const QString &text);
    void chooseFiles();
    void tell(std::function<QString()> words);
    [[nodiscard]] bool mayDrop(const QDropEvent &event) const;

    Theme &m_theme;
    SettingsStore &m_settings;
    Nearby &m_nearby;
    OwnAccount m_ownAccount;
    QByteArray m_key;
    QString m_name; ///< as it was shown last
    NearbyHeader *m_header;
    Banner *m_banner;
    Banner *m_notice;
    std::function<QString()> m_noticeWords;
    QStackedLayout *m_stack;
    QWidget *m_talk;
    DecisionPage *m_decision;
    TimelineView *m_timeline;
    FileCards *m_files;
    Composer *m_composer;
    ReadWatch *m_readWatch;
    QPointer<PeerTimeline> m_model;
    QPointer<NearbyTimelineRows> m_rows;
    QHash<QByteArray, QString> m_drafts; ///< until the program ends
};

} // namespace salon
