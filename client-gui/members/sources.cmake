# SPDX-FileCopyrightText: 2026 The Salon developers
# SPDX-License-Identifier: Apache-2.0
target_sources(salon_gui PRIVATE
  members/member_pane.cpp members/member_pane.h
  members/member_words.cpp members/member_words.h)
