# SPDX-FileCopyrightText: 2026 The Salon developers
# SPDX-License-Identifier: Apache-2.0
target_sources(salon_gui PRIVATE
  composer/completer_popup.cpp composer/completer_popup.h
  composer/composer.cpp composer/composer.h
  composer/composer_edit.cpp composer/composer_edit.h)
