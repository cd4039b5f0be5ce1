# SPDX-FileCopyrightText: 2026 The Salon developers
# SPDX-License-Identifier: Apache-2.0
target_sources(salon_gui PRIVATE
  widgets/avatar_label.cpp widgets/avatar_label.h
  widgets/badge_painter.cpp widgets/badge_painter.h
  widgets/banner.cpp widgets/banner.h
  widgets/breakable.cpp widgets/breakable.h
  widgets/card.cpp widgets/card.h
  widgets/coloured_signs.cpp widgets/coloured_signs.h
  widgets/elided_label.cpp widgets/elided_label.h
  widgets/emoji_painter.cpp widgets/emoji_painter.h
  widgets/emoji_font.cpp widgets/emoji_font.h
  widgets/empty_state.cpp widgets/empty_state.h
  widgets/icon_button.cpp widgets/icon_button.h
  widgets/language_switch.cpp widgets/language_switch.h
  widgets/pick_popup.cpp widgets/pick_popup.h
  widgets/plain_tool_tip.cpp widgets/plain_tool_tip.h
  widgets/sign_line.cpp widgets/sign_line.h
  widgets/text_label.cpp widgets/text_label.h)
