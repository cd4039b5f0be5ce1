# SPDX-FileCopyrightText: 2026 The Salon developers
# SPDX-License-Identifier: Apache-2.0
target_sources(salon_gui PRIVATE
  composer/command_runner.cpp composer/command_runner.h
  composer/completer_popup.cpp composer/completer_popup.h
  composer/composer.cpp composer/composer.h
  composer/composer_purpose.cpp
  composer/composer_edit.cpp composer/composer_edit.h
  composer/format_menu.cpp composer/format_menu.h
  composer/purpose_bar.cpp composer/purpose_bar.h
  composer/room_writing.cpp composer/room_writing.h
  composer/sign_highlighter.cpp composer/sign_highlighter.h
  composer/slash_commands.cpp composer/slash_commands.h
  composer/text_marks.cpp composer/text_marks.h
  composer/writing_help.cpp composer/writing_help.h)
