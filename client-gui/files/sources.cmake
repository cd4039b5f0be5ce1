# SPDX-FileCopyrightText: 2026 The Salon developers
# SPDX-License-Identifier: Apache-2.0
target_sources(salon_gui PRIVATE
  files/file_card_painter.cpp files/file_card_painter.h
  files/file_drop_area.cpp files/file_drop_area.h
  files/file_sending.cpp files/file_sending.h
  files/files_of_room.cpp files/files_of_room.h
  files/image_decoder.cpp files/image_decoder.h
  files/image_loader.cpp files/image_loader.h
  files/image_viewer.cpp files/image_viewer.h
  files/outgoing_files.cpp files/outgoing_files.h
  files/pasted_content.cpp files/pasted_content.h
  files/room_files.cpp files/room_files.h
  files/send_files_dialog.cpp files/send_files_dialog.h)
