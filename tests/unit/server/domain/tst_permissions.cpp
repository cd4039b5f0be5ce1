// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "server/domain/permissions.h"

#include <QMetaEnum>
#include <QTest>

using namespace salon;
using namespace salon::server;

/// The table of rights once more, written down the other way round: for each action and standing, who may. A cell that
/// is not listed here is denied to everybody.
class TestPermissions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyCellIsAsWritten_data();
    void everyCellIsAsWritten();
    void strangersDoNotLearnOfHiddenRooms();
    void strangersOfPublicRoomsAreToldToJoin();
    void makersWhoLeftAreStrangers();
    void aDirectRoomCannotBeLeft();
    void nobodyRemovesThoseAboveThem();
};

namespace {

constexpr auto Everybody = "GMBmAO"; // guest, member, bot, moderator, admin, owner
constexpr auto Members = "MBmAO";
constexpr auto Moderators = "mAO";
constexpr auto Nobody = "";

/// Columns in the order of AllStandings: server, public stranger/member/maker, private …, direct stranger/member.
struct Row
{
    Action action;
    const char *name;
    std::array<const char *, 9> who;
};

const Row rows[] = {
    { Action::FindPeople, "FindPeople", { Everybody } },
    { Action::SetPresence, "SetPresence", { Everybody } },
    { Action::ChangeProfile, "ChangeProfile", { Everybody } },
    { Action::ManageDevices, "ManageDevices", { Everybody } },
    { Action::ClaimOwnership, "ClaimOwnership", { Everybody } },
    { Action::CreateInvitation, "CreateInvitation", { Moderators } },
    { Action::ListRooms, "ListRooms", { Everybody } },
    { Action::CreateRoom, "CreateRoom", { Members } },
    { Action::OpenDirect, "OpenDirect", { Members } },
    { Action::SeeRoom, "SeeRoom",
        { Nobody, Everybody, Everybody, Everybody, Nobody, Everybody, Everybody, Nobody, Everybody } },
    { Action::ReadHistory, "ReadHistory",
        { Nobody, Nobody, Everybody, Everybody, Nobody, Everybody, Everybody, Nobody, Everybody } },
    { Action::ListMembers, "ListMembers",
        { Nobody, Members, Everybody, Everybody, Nobody, Everybody, Everybody, Nobody, Everybody } },
    { Action::MarkRead, "MarkRead",
        { Nobody, Nobody, Everybody, Everybody, Nobody, Everybody, Everybody, Nobody, Everybody } },
    { Action::Type, "Type", { Nobody, Nobody, Everybody, Everybody, Nobody, Everybody, Everybody, Nobody, Everybody } },
    { Action::PostMessage, "PostMessage",
        { Nobody, Nobody, Everybody, Everybody, Nobody, Everybody, Everybody, Nobody, Everybody } },
    { Action::EditMessage, "EditMessage",
        { Nobody, Nobody, Everybody, Everybody, Nobody, Everybody, Everybody, Nobody, Everybody } },
    { Action::DeleteOwnMessage, "DeleteOwnMessage",
        { Nobody, Nobody, Everybody, Everybody, Nobody, Everybody, Everybody, Nobody, Everybody } },
    { Action::DeleteAnyMessage, "DeleteAnyMessage",
        { Nobody, Nobody, Moderators, Members, Nobody, Moderators, Members, Nobody, Nobody } },
    { Action::React, "React",
        { Nobody, Nobody, Everybody, Everybody, Nobody, Everybody, Everybody, Nobody, Everybody } },
    { Action::PinMessage, "PinMessage",
        { Nobody, Nobody, Moderators, Members, Nobody, Moderators, Members, Nobody, Members } },
    { Action::CallRoom, "CallRoom",
        { Nobody, Nobody, Moderators, Members, Nobody, Moderators, Members, Nobody, Everybody } },
    { Action::SaveMessage, "SaveMessage",
        { Nobody, Nobody, Everybody, Everybody, Nobody, Everybody, Everybody, Nobody, Everybody } },
    { Action::SendFiles, "SendFiles",
        { Members, Nobody, Members, Members, Nobody, Members, Members, Nobody, Members } },
    { Action::JoinRoom, "JoinRoom",
        { Nobody, Members, Everybody, Everybody, Nobody, Everybody, Everybody, Nobody, Everybody } },
    { Action::LeaveRoom, "LeaveRoom",
        { Nobody, Nobody, Everybody, Everybody, Nobody, Everybody, Everybody, Nobody, Nobody } },
    { Action::InviteToRoom, "InviteToRoom",
        { Nobody, Nobody, Members, Members, Nobody, Members, Members, Nobody, Nobody } },
    { Action::RenameRoom, "RenameRoom",
        { Nobody, Nobody, Moderators, Members, Nobody, Moderators, Members, Nobody, Nobody } },
    { Action::SetTopic, "SetTopic", { Nobody, Nobody, Members, Members, Nobody, Members, Members, Nobody, Members } },
    { Action::RemoveFromRoom, "RemoveFromRoom",
        { Nobody, Nobody, Moderators, Members, Nobody, Moderators, Members, Nobody, Nobody } },
    { Action::BanFromRoom, "BanFromRoom",
        { Nobody, Nobody, Moderators, Members, Nobody, Moderators, Members, Nobody, Nobody } },
    { Action::SetRules, "SetRules",
        { Nobody, Nobody, Moderators, Members, Nobody, Moderators, Members, Nobody, Everybody } },
};

constexpr char letterOf(Role role)
{
    switch (role) {
    case Role::Guest:
        return 'G';
    case Role::Member:
        return 'M';
    case Role::Bot:
        return 'B';
    case Role::Moderator:
        return 'm';
    case Role::Admin:
        return 'A';
    case Role::Owner:
        return 'O';
    }
    return '?';
}

} // namespace

void TestPermissions::everyCellIsAsWritten_data()
{
    QTest::addColumn<int>("action");
    QTest::addColumn<int>("role");
    QTest::addColumn<int>("standing");
    QTest::addColumn<bool>("allowed");
    QCOMPARE(std::size(rows), AllActions.size());
    for (const Row &row : rows) {
        for (size_t column = 0; column < AllStandings.size(); ++column) {
            for (const Role role : AllRoles) {
                const QByteArray who(row.who[column] ? row.who[column] : Nobody);
                QTest::addRow("%s/%d/%c", row.name, int(column), letterOf(role))
                    << int(row.action) << int(role) << int(AllStandings[column]) << who.contains(letterOf(role));
            }
        }
    }
}

void TestPermissions::everyCellIsAsWritten()
{
    QFETCH(int, action);
    QFETCH(int, role);
    QFETCH(int, standing);
    QFETCH(bool, allowed);
    QCOMPARE(isPermitted(Action(action), Role(role), Standing(standing)), allowed);
    QCOMPARE(checkPermission(Action(action), Role(role), Standing(standing)).has_value(), allowed);
}

void TestPermissions::strangersDoNotLearnOfHiddenRooms()
{
    for (const Action action : AllActions) {
        for (const Role role : AllRoles) {
            for (const Standing standing : { Standing::PrivateStranger, Standing::DirectStranger })
                QCOMPARE(checkPermission(action, role, standing).error().code, ErrorCode::RoomUnknown);
        }
    }
}

void TestPermissions::strangersOfPublicRoomsAreToldToJoin()
{
    QCOMPARE(checkPermission(Action::PostMessage, Role::Member, Standing::PublicStranger).error().code,
        ErrorCode::NotAMember);
    QCOMPARE(checkPermission(Action::RenameRoom, Role::Member, Standing::PublicStranger).error().code,
        ErrorCode::NotPermitted);
}

void TestPermissions::makersWhoLeftAreStrangers()
{
    Room room;
    room.id = RoomId{ 1 };
    room.maker = AccountId{ 7 };
    QCOMPARE(standingIn(room, AccountId{ 7 }, true), Standing::PublicMaker);
    QCOMPARE(standingIn(room, AccountId{ 7 }, false), Standing::PublicStranger);
    QCOMPARE(standingIn(room, AccountId{ 8 }, true), Standing::PublicMember);
    room.maker = {};
    QCOMPARE(standingIn(room, AccountId{}, true), Standing::PublicMember);
    room.kind = RoomKind::Direct;
    QCOMPARE(standingIn(room, AccountId{ 7 }, true), Standing::DirectMember);
}

void TestPermissions::aDirectRoomCannotBeLeft()
{
    for (const Role role : AllRoles) {
        QCOMPARE(
            checkPermission(Action::LeaveRoom, role, Standing::DirectMember).error().code, ErrorCode::CannotLeaveRoom);
    }
}

void TestPermissions::nobodyRemovesThoseAboveThem()
{
    for (const Role actor : AllRoles) {
        for (const Role target : AllRoles) {
            QCOMPARE(checkMayRemove(actor, target, false).has_value(), actor >= target);
            // The maker of the room gives way to those above moderators alone.
            QCOMPARE(checkMayRemove(actor, target, true).has_value(), actor >= target && actor > Role::Moderator);
        }
    }
}

QTEST_GUILESS_MAIN(TestPermissions)
#include "tst_permissions.moc"
