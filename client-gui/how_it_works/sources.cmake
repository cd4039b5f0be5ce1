# SPDX-FileCopyrightText: 2026 The Salon developers
# SPDX-License-Identifier: Apache-2.0
target_sources(salon_gui PRIVATE
  how_it_works/field_words.cpp how_it_works/field_words.h
  how_it_works/frame_bytes.cpp how_it_works/frame_bytes.h
  how_it_works/frame_details.cpp how_it_works/frame_details.h
  how_it_works/frame_legend.cpp how_it_works/frame_legend.h
  how_it_works/frame_list_model.cpp how_it_works/frame_list_model.h
  how_it_works/frame_step_words.cpp
  how_it_works/frame_tree.cpp how_it_works/frame_tree.h
  how_it_works/frame_words.cpp how_it_works/frame_words.h
  how_it_works/how_it_works_window.cpp how_it_works/how_it_works_window.h
  how_it_works/kind_box.cpp how_it_works/kind_box.h
  how_it_works/layers_page.cpp how_it_works/layers_page.h
  how_it_works/message_words.cpp how_it_works/message_words.h
  how_it_works/tour_bar.cpp how_it_works/tour_bar.h
  how_it_works/watched_connection.cpp how_it_works/watched_connection.h)
