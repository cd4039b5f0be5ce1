// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "client-gui/nearby/found_server.h"
#include "client-gui/widgets/pick_popup.h"
#include "shared/base/ids.h"

#include <QPointer>
#include <QTimer>

#include <functional>
#include <optional>

class QLineEdit;

namespace salon {

class NearbyPeople;
class PublicRoomModel;
class SamePeople;
class ServerFinder;
class TextLabel;
class Workspace;

/// Ctrl+K: a field over the window that finds rooms and people by a few letters, unread rooms first while it is empty.
/// Below what is ours the server's public rooms, to be joined.
/// Also servers on the local network that are none of ours yet. Closes with Esc or a click beside it.
class QuickSwitcher : public PickPopup
{
    Q_OBJECT

public:
    static constexpr int MostRows = 9;

    QuickSwitcher(Theme &theme, QWidget *window);

    /// `isOurs` tells whether a server that was found is one that this computer knows.
    void open(Workspace &workspace, const std::function<bool(const FoundServer &)> &isOurs = {});

    /// People nearby are found too; each person once.
    void setNearby(const NearbyPeople &people, const SamePeople &same)
    {
        m_nearby = &people;
        m_same = &same;
    }
    [[nodiscard]] ServerFinder &finder() const { return *m_finder; }

Q_SIGNALS:
    void roomChosen(salon::RoomId room);
    /// One that is not ours yet.
    void joinChosen(salon::RoomId room);
    void personChosen(salon::AccountId person);
    void serverChosen(const salon::FoundServer &server);
    void nearbyChosen(const QByteArray &person);

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Entry
    {
        Row row{};
        qint64 room = 0;
        bool isToJoin = false;
        QString foundBy{}; ///< instead of what the row says
        qint64 person = 0;
        qint64 activity = 0;
        std::optional<FoundServer> server{};
        QByteArray nearby{}; ///< key of a person nearby
    };
    void retranslateUi();
    void search();
    void searchAgain();
    void choose();
    void close();
    void fit();
    /// Asks the server for rooms by what is typed.
    void lookForRooms();
    [[nodiscard]] QList<Entry> entries() const;
    [[nodiscard]] QList<Entry> entriesToJoin() const;
    [[nodiscard]] QList<Entry> best(const QList<Entry> &entries, const QString &pattern) const;

    Workspace *m_workspace = nullptr;
    const NearbyPeople *m_nearby = nullptr;
    const SamePeople *m_same = nullptr;
    ServerFinder *m_finder;
    QPointer<PublicRoomModel> m_public; ///< while it is open
    QTimer m_typed;
    std::function<bool(const FoundServer &)> m_isOurs;
    QLineEdit *m_field;
    QList<Entry> m_found; ///< as they are listed
    TextLabel *m_nothing;
    QPointer<QWidget> m_focusBefore;
};

} // namespace salon
