# SPDX-FileCopyrightText: 2026 The Salon developers
# SPDX-License-Identifier: Apache-2.0
target_sources(salon_gui PRIVATE
  main_window/connection_bar.cpp main_window/connection_bar.h
  main_window/main_actions.cpp main_window/main_actions.h
  main_window/main_requests.h
  main_window/main_window.cpp main_window/main_window.h
  main_window/main_window_commands.cpp
  main_window/main_window_messages.cpp
  main_window/main_window_nearby.cpp
  main_window/main_window_search.cpp
  main_window/pane_splitter.cpp main_window/pane_splitter.h
  main_window/pin_button.cpp main_window/pin_button.h
  main_window/room_header.cpp main_window/room_header.h
  main_window/room_navigator.cpp main_window/room_navigator.h
  main_window/room_view.cpp main_window/room_view.h
  main_window/room_view_messages.cpp
  main_window/room_view_reading.cpp
  main_window/server_rail.cpp main_window/server_rail.h
  main_window/visited_rooms.cpp main_window/visited_rooms.h
  main_window/window_state.cpp main_window/window_state.h)
