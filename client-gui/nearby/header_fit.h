// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

class QBoxLayout;
class QWidget;

namespace salon {

class DirectBadge;
class ElidedLabel;
class Tokens;

/// Width that is always left to the name in the line above a conversation, in pixels of the design.
inline constexpr int LeastHeaderName = 60;

/// What may give way to the name in the line above a conversation with one person.
struct HeaderParts
{
    QBoxLayout &row;
    ElidedLabel &name;
    DirectBadge &badge;
    QWidget &avatar;
    ElidedLabel &status;
    QWidget *button = nullptr; ///< whose command can be found elsewhere too
};

/// Shows as much of it as `width` has room for, the most telling first. What else is in the row stays.
void fitHeader(const Tokens &tokens, int width, const HeaderParts &parts);
/// Undoes what fitHeader() did to the room of the name.
void unfitHeader(const HeaderParts &parts);

} // namespace salon
