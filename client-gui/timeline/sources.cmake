# SPDX-FileCopyrightText: 2026 The Salon developers
# SPDX-License-Identifier: Apache-2.0
target_sources(salon_gui PRIVATE
  timeline/attachment_source.h
  timeline/attachments_layout.cpp timeline/attachments_layout.h
  timeline/file_offers.cpp timeline/file_offers.h
  timeline/jump_pill.cpp timeline/jump_pill.h
  timeline/message_info.cpp timeline/message_info.h
  timeline/message_menu.cpp timeline/message_menu.h
  timeline/message_text.cpp timeline/message_text.h
  timeline/read_watch.cpp timeline/read_watch.h
  timeline/return_pill.cpp timeline/return_pill.h
  timeline/row_heights.cpp timeline/row_heights.h
  timeline/row_layout.cpp timeline/row_layout.h
  timeline/row_painters/attachments_painter.cpp
  timeline/row_painters/furniture_painter.cpp
  timeline/row_painters/message_painter.cpp
  timeline/row_painters/message_parts_painter.cpp
  timeline/row_painters/row_paint.h
  timeline/row_painters/system_painter.cpp
  timeline/seen_marks.cpp timeline/seen_marks.h
  timeline/text_block.cpp timeline/text_block.h
  timeline/text_block_paint.cpp timeline/text_block_part.h
  timeline/text_metrics.h
  timeline/timeline_accessible.cpp timeline/timeline_accessible.h
  timeline/timeline_metrics.cpp timeline/timeline_metrics.h
  timeline/timeline_overlays.cpp timeline/timeline_overlays.h
  timeline/timeline_row.cpp timeline/timeline_row.h
  timeline/timeline_rows.cpp timeline/timeline_rows.h
  timeline/timeline_selection.cpp timeline/timeline_selection.h
  timeline/timeline_view.cpp timeline/timeline_view.h
  timeline/timeline_view_actions.cpp
  timeline/timeline_view_files.cpp
  timeline/timeline_view_input.cpp
  timeline/timeline_view_layout.cpp
  timeline/timeline_view_paint.cpp
  timeline/unsure_message.cpp timeline/unsure_message.h)
