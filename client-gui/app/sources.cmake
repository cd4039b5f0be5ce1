# SPDX-FileCopyrightText: 2026 The Salon developers
# SPDX-License-Identifier: Apache-2.0
target_sources(salon_gui PRIVATE
  app/avatar_painter.cpp app/avatar_painter.h
  app/control_look.cpp app/control_look.h
  app/design_tokens.cpp app/design_tokens.h
  app/language_manager.cpp app/language_manager.h
  app/salon_style.cpp app/salon_style.h
  app/style_controls.cpp app/style_controls.h
  app/style_measures.cpp app/style_measures.h
  app/style_menu.cpp
  app/style_paint.cpp app/style_paint.h
  app/system_look.cpp app/system_look.h
  app/theme.cpp app/theme.h
  app/tinted_icon.cpp app/tinted_icon.h)
