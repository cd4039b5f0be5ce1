// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/base/ids.h"
#include "shared/base/vocabulary.h"
#include "shared/protocol/field_table.h"
#include "shared/protocol/message_types.h"

namespace salon {

/// What a device presents of itself. `proof` is the Ed25519 signature described in login_proof.h.
struct DeviceProof
{
    QByteArray key{}; ///< 32 bytes, Ed25519 public key (RFC 8032)
    QByteArray signature{}; ///< 64 bytes
    QString name{}; ///< "Marie's laptop", for the list of devices

    static constexpr void fields(auto table)
    {
        using M = DeviceProof;
        table(table.required(1, "key", &M::key, 32), table.secret(table.required(2, "signature", &M::signature, 64)),
            table.optional(3, "name", &M::name, 128));
    }
    friend bool operator==(const DeviceProof &, const DeviceProof &) = default;
};

/// Makes an account and logs in. With `device` that key is enrolled as its first device; without one (which needs a
/// password) the session has DeviceId 0, see docs/PROTOCOL.md §7.5. Answer: LoggedIn.
struct Register
{
    static constexpr auto Type = MessageType::Register;
    QString login{};
    QString displayName{}; ///< empty: the login
    QString password{}; ///< empty: this account logs in by its devices' keys alone
    QString invitation{}; ///< invitation code, or the owner code printed at first start
    std::optional<DeviceProof> device{};

    static constexpr void fields(auto table)
    {
        using M = Register;
        table(table.required(1, "login", &M::login, 64), table.optional(2, "displayName", &M::displayName, 256),
            table.secret(table.optional(3, "password", &M::password, 512)),
            table.secret(table.optional(4, "invitation", &M::invitation, 64)), table.optional(5, "device", &M::device));
    }
    friend bool operator==(const Register &, const Register &) = default;
};

/// Logs in with a password and enrols the device's key, if one is given: a small program may do without, and then has
/// DeviceId 0 and counters that start at 1 at each login. Answer: LoggedIn.
struct LoginWithPassword
{
    static constexpr auto Type = MessageType::LoginWithPassword;
    QString login{};
    QString password{};
    std::optional<DeviceProof> device{};

    static constexpr void fields(auto table)
    {
        using M = LoginWithPassword;
        table(table.required(1, "login", &M::login, 64), table.secret(table.required(2, "password", &M::password, 512)),
            table.optional(3, "device", &M::device));
    }
    friend bool operator==(const LoginWithPassword &, const LoginWithPassword &) = default;
};

/// Logs an enrolled device in; its key names the account. Answer: LoggedIn.
struct LoginWithKey
{
    static constexpr auto Type = MessageType::LoginWithKey;
    DeviceProof device{};

    static constexpr void fields(auto table) { table(table.required(1, "device", &LoginWithKey::device)); }
    friend bool operator==(const LoginWithKey &, const LoginWithKey &) = default;
};

/// Answer to the three above: who this connection is now.
struct LoggedIn
{
    static constexpr auto Type = MessageType::LoggedIn;
    AccountId account{};
    QString login{};
    QString displayName{};
    Role role = Role::Member;
    DeviceId device{}; ///< 0: a session without a device
    bool hasPassword = false;
    bool hidesSeen = false; ///< others are not told how far this account has read

    static constexpr void fields(auto table)
    {
        using M = LoggedIn;
        table(table.required(1, "account", &M::account), table.required(2, "login", &M::login, 64),
            table.required(3, "displayName", &M::displayName, 256), table.required(4, "role", &M::role),
            table.required(5, "device", &M::device), table.optional(6, "hasPassword", &M::hasPassword),
            table.optional(7, "hidesSeen", &M::hidesSeen));
    }
    friend bool operator==(const LoggedIn &, const LoggedIn &) = default;
};

/// Turns the one-time owner code into the role of owner for the account that is logged in. Answer: LoggedIn.
struct ClaimOwnership
{
    static constexpr auto Type = MessageType::ClaimOwnership;
    QString code{};

    static constexpr void fields(auto table)
    {
        table(table.secret(table.required(1, "code", &ClaimOwnership::code, 64)));
    }
    friend bool operator==(const ClaimOwnership &, const ClaimOwnership &) = default;
};

/// Makes an invitation code. Moderators and above. Answer: InvitationCreated.
struct CreateInvitation
{
    static constexpr auto Type = MessageType::CreateInvitation;
    quint32 lifetimeSeconds = 0; ///< 0: the server's default, 7 days
    quint32 uses = 0; ///< 0: once

    static constexpr void fields(auto table)
    {
        using M = CreateInvitation;
        table(table.optional(1, "lifetimeSeconds", &M::lifetimeSeconds), table.optional(2, "uses", &M::uses));
    }
    friend bool operator==(const CreateInvitation &, const CreateInvitation &) = default;
};

struct InvitationCreated
{
    static constexpr auto Type = MessageType::InvitationCreated;
    QString code{};
    QString link{}; ///< salon://… join link; empty when the server does not know how it is reached
    qint64 expiresMs = 0; ///< since 1970 UTC

    static constexpr void fields(auto table)
    {
        using M = InvitationCreated;
        table(table.secret(table.required(1, "code", &M::code, 64)),
            table.secret(table.optional(2, "link", &M::link, 512)), table.required(3, "expiresMs", &M::expiresMs));
    }
    friend bool operator==(const InvitationCreated &, const InvitationCreated &) = default;
};

/// Sets or changes one's password. Answer: Done.
struct ChangePassword
{
    static constexpr auto Type = MessageType::ChangePassword;
    QString oldPassword{}; ///< empty when the account has none yet
    QString newPassword{};
    bool revokeOtherDevices = false;

    static constexpr void fields(auto table)
    {
        using M = ChangePassword;
        table(table.secret(table.optional(1, "oldPassword", &M::oldPassword, 512)),
            table.secret(table.required(2, "newPassword", &M::newPassword, 512)),
            table.optional(3, "revokeOtherDevices", &M::revokeOtherDevices));
    }
    friend bool operator==(const ChangePassword &, const ChangePassword &) = default;
};

/// One's own devices. Answer: DeviceList.
struct ListDevices
{
    static constexpr auto Type = MessageType::ListDevices;
    static constexpr void fields(auto table) { table(); }
    friend bool operator==(const ListDevices &, const ListDevices &) = default;
};

struct DeviceEntry
{
    DeviceId id{};
    QString name{};
    qint64 enrolledMs = 0;
    qint64 lastSeenMs = 0;
    bool current = false;

    static constexpr void fields(auto table)
    {
        using M = DeviceEntry;
        table(table.required(1, "id", &M::id), table.optional(2, "name", &M::name, 128),
            table.required(3, "enrolledMs", &M::enrolledMs), table.required(4, "lastSeenMs", &M::lastSeenMs),
            table.optional(5, "current", &M::current));
    }
    friend bool operator==(const DeviceEntry &, const DeviceEntry &) = default;
};

struct DeviceList
{
    static constexpr auto Type = MessageType::DeviceList;
    QList<DeviceEntry> devices{};

    static constexpr void fields(auto table) { table(table.optional(1, "devices", &DeviceList::devices, 64)); }
    friend bool operator==(const DeviceList &, const DeviceList &) = default;
};

/// Removes one of one's own devices; its connection is closed. Answer: Done.
struct RevokeDevice
{
    static constexpr auto Type = MessageType::RevokeDevice;
    DeviceId device{};

    static constexpr void fields(auto table) { table(table.required(1, "device", &RevokeDevice::device)); }
    friend bool operator==(const RevokeDevice &, const RevokeDevice &) = default;
};

/// What others are told of this account. Answer: Done; the account's other devices hear PrivacyChanged.
struct SetPrivacy
{
    static constexpr auto Type = MessageType::SetPrivacy;
    bool hidesSeen = false; ///< nor is it told how far others have read

    static constexpr void fields(auto table) { table(table.optional(1, "hidesSeen", &SetPrivacy::hidesSeen)); }
    friend bool operator==(const SetPrivacy &, const SetPrivacy &) = default;
};

struct PrivacyChanged
{
    static constexpr auto Type = MessageType::PrivacyChanged;
    bool hidesSeen = false;

    static constexpr void fields(auto table) { table(table.optional(1, "hidesSeen", &PrivacyChanged::hidesSeen)); }
    friend bool operator==(const PrivacyChanged &, const PrivacyChanged &) = default;
};

} // namespace salon
