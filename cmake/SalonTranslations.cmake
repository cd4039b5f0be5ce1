# SPDX-FileCopyrightText: 2026 The Salon developers
# SPDX-License-Identifier: Apache-2.0

# salon_add_translations(salon-gui FROM Salon::Gui Salon::ClientCore LANGUAGES en fr)
# Compiles translations/<catalogue>_<language>.ts into the resource /i18n of `target`, and adds its sources to
# `update_translations`. Sources are given as absolute paths: lupdate finds nothing otherwise on Qt 6.4.
function(salon_add_translations target)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "CATALOGUE" "FROM;LANGUAGES")
  set(sources)
  foreach(from IN LISTS arg_FROM)
    get_target_property(aliased ${from} ALIASED_TARGET)
    if(aliased)
      set(from ${aliased})
    endif()
    get_target_property(dir ${from} SOURCE_DIR)
    get_target_property(files ${from} SOURCES)
    foreach(file IN LISTS files)
      if(file MATCHES "\\.(cpp|h)$" AND NOT file MATCHES "_autogen|\\.rcc|qrc_")
        cmake_path(ABSOLUTE_PATH file BASE_DIRECTORY "${dir}")
        list(APPEND sources "${file}")
      endif()
    endforeach()
  endforeach()
  set(ts_files)
  foreach(language IN LISTS arg_LANGUAGES)
    list(APPEND ts_files "${PROJECT_SOURCE_DIR}/translations/${arg_CATALOGUE}_${language}.ts")
  endforeach()
  qt_add_translations(${target} TS_FILES ${ts_files} SOURCES ${sources} RESOURCE_PREFIX /i18n
    LUPDATE_OPTIONS -no-obsolete -locations none)
endfunction()
