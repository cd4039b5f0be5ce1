# SPDX-FileCopyrightText: 2026 The Salon developers
# SPDX-License-Identifier: Apache-2.0
target_sources(salon_gui PRIVATE
  members/bans_dialog.cpp members/bans_dialog.h
  members/member_pane.cpp members/member_pane.h
  members/member_words.cpp members/member_words.h
  members/removal_question.cpp members/removal_question.h)
