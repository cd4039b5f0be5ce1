# SPDX-FileCopyrightText: 2026 The Salon developers
# SPDX-License-Identifier: Apache-2.0
target_sources(salon_gui PRIVATE
  settings/network_page.cpp settings/network_page.h
  settings/seen_rows.cpp settings/seen_rows.h
  settings/setting_row.cpp settings/setting_row.h
  settings/settings_dialog.cpp settings/settings_dialog.h
  settings/settings_page.cpp settings/settings_page.h
  settings/settings_pages.cpp settings/settings_pages.h)
