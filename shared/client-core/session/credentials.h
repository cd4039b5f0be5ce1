// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QString>
#include <variant>

namespace salon {

/// The device is enrolled: its key names the account.
struct KeyLogin
{
    friend bool operator==(const KeyLogin &, const KeyLogin &) = default;
};

/// First login on this device with an account that has a password; enrols the device.
struct PasswordLogin
{
    QString login{};
    QString password{};
    friend bool operator==(const PasswordLogin &, const PasswordLogin &) = default;
};

/// Makes the account. `displayName` empty: the login; `password` empty: this device's key is the only way in;
/// `invitation`: code of an invitation, or the owner code.
struct Registration
{
    QString login{};
    QString displayName{};
    QString password{};
    QString invitation{};
    friend bool operator==(const Registration &, const Registration &) = default;
};

/// How to get in. After the first success a device always uses KeyLogin; nothing else is kept.
using Credentials = std::variant<KeyLogin, PasswordLogin, Registration>;

} // namespace salon
