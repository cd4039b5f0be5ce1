# SPDX-FileCopyrightText: 2026 The Salon developers
# SPDX-License-Identifier: Apache-2.0
target_sources(salon_gui PRIVATE
  messages/action_bar.cpp messages/action_bar.h
  messages/forward_dialog.cpp messages/forward_dialog.h
  messages/line_counts.cpp messages/line_counts.h
  messages/link_question.cpp messages/link_question.h
  messages/message_actions.cpp messages/message_actions.h
  messages/message_list_delegate.cpp messages/message_list_delegate.h
  messages/message_list_pane.cpp messages/message_list_pane.h
  messages/message_offers.cpp messages/message_offers.h
  messages/reactions_dialog.cpp messages/reactions_dialog.h
  messages/reading_dialog.cpp messages/reading_dialog.h
  messages/revisions_dialog.cpp messages/revisions_dialog.h
  messages/seen_by_dialog.cpp messages/seen_by_dialog.h
  messages/why_unread_dialog.cpp messages/why_unread_dialog.h)
