# SPDX-FileCopyrightText: 2026 The Salon developers
# SPDX-License-Identifier: Apache-2.0
target_sources(salon_gui PRIVATE
  emoji/emoji_grid.cpp emoji/emoji_grid.h
  emoji/emoji_habits.cpp emoji/emoji_habits.h
  emoji/emoji_model.cpp emoji/emoji_model.h
  emoji/emoji_picker.cpp emoji/emoji_picker.h)
