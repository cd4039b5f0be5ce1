# SPDX-FileCopyrightText: 2026 The Salon developers
# SPDX-License-Identifier: Apache-2.0
target_sources(salon_gui PRIVATE
  nearby/decision_page.cpp nearby/decision_page.h
  nearby/device_menu.cpp nearby/device_menu.h
  nearby/direct_badge.cpp nearby/direct_badge.h
  nearby/direct_conversation_dialog.cpp nearby/direct_conversation_dialog.h
  nearby/file_card.cpp nearby/file_card.h
  nearby/file_cards.cpp nearby/file_cards.h
  nearby/found_server.cpp nearby/found_server.h
  nearby/found_servers.cpp nearby/found_servers.h
  nearby/found_servers_delegate.cpp nearby/found_servers_delegate.h
  nearby/header_fit.cpp nearby/header_fit.h
  nearby/nearby_delegate.cpp nearby/nearby_delegate.h
  nearby/nearby_face.h
  nearby/nearby_header.cpp nearby/nearby_header.h
  nearby/nearby_notes.cpp nearby/nearby_notes.h
  nearby/nearby_page.cpp nearby/nearby_page.h
  nearby/nearby_panel.cpp nearby/nearby_panel.h
  nearby/nearby_timeline_rows.cpp nearby/nearby_timeline_rows.h
  nearby/nearby_view.cpp nearby/nearby_view.h
  nearby/other_people.cpp nearby/other_people.h
  nearby/reachable_bar.cpp nearby/reachable_bar.h
  nearby/same_people.cpp nearby/same_people.h
  nearby/scrolled_content.cpp nearby/scrolled_content.h
  nearby/server_finder.cpp nearby/server_finder.h
  nearby/words_card.cpp nearby/words_card.h
  nearby/words_dialog.cpp nearby/words_dialog.h)
