// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <functional>

class QWidget;

namespace salon {

/// Tells that an unsent message may be on the server all the same, so that it can neither be edited nor taken back for
/// sure. `discard` is called when the person does not want it here any more; empty: that is not offered.
void showUnsureMessage(QWidget *parent, std::function<void()> discard = {});

} // namespace salon
