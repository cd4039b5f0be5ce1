# SPDX-FileCopyrightText: 2026 The Salon developers
# SPDX-License-Identifier: Apache-2.0
# The program put together, apart from its look (sources.cmake).
target_sources(salon_gui PRIVATE
  app/application.cpp app/application.h
  app/command_line.cpp app/command_line.h
  app/display_guard.cpp app/display_guard.h
  app/invitation_file.cpp app/invitation_file.h
  app/notifier.cpp app/notifier.h
  app/preset.cpp app/preset.h
  app/problem_box.cpp app/problem_box.h
  app/single_instance.cpp app/single_instance.h
  app/system_links.cpp app/system_links.h
  app/tray.cpp app/tray.h)
