// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

// All messages. Code that treats every one alike expands SALON_MESSAGES, whose names are the names of the structs.
#include "shared/protocol/messages/accounts.h"
#include "shared/protocol/messages/files.h"
#include "shared/protocol/messages/history.h"
#include "shared/protocol/messages/message_lists.h"
#include "shared/protocol/messages/peer.h"
#include "shared/protocol/messages/people.h"
#include "shared/protocol/messages/reading.h"
#include "shared/protocol/messages/rooms.h"
#include "shared/protocol/messages/rules.h"
#include "shared/protocol/messages/search.h"
#include "shared/protocol/messages/session.h"
