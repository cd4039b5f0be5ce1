# SPDX-FileCopyrightText: 2026 The Salon developers
# SPDX-License-Identifier: Apache-2.0
target_sources(salon_gui PRIVATE
  rooms/attention_menu.cpp rooms/attention_menu.h
  rooms/fuzzy_match.cpp rooms/fuzzy_match.h
  rooms/muted_rooms.cpp rooms/muted_rooms.h
  rooms/presence_mark.h
  rooms/quick_switcher.cpp rooms/quick_switcher.h
  rooms/room_delegate.cpp rooms/room_delegate.h
  rooms/room_list_pane.cpp rooms/room_list_pane.h
  rooms/room_words.cpp rooms/room_words.h
  rooms/section_list_view.cpp rooms/section_list_view.h
  rooms/self_bar.cpp rooms/self_bar.h)
