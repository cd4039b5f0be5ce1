# SPDX-FileCopyrightText: 2026 The Salon developers
# SPDX-License-Identifier: Apache-2.0
target_sources(salon_gui PRIVATE
  search/chip_field.cpp search/chip_field.h
  search/field_chip.cpp search/field_chip.h
  search/search_field.cpp search/search_field.h
  search/search_pane.cpp search/search_pane.h
  search/search_suggestions.cpp search/search_suggestions.h)
