# SPDX-FileCopyrightText: 2026 The Salon developers
# SPDX-License-Identifier: Apache-2.0

# Catalogues of the programs. Each is translations/<catalogue>_fr.ts (every string) and translations/<catalogue>_en.ts
# (only what English needs itself: plural forms, since English is the language of the source).

# salon_collect_sources(salon-gui out): the .cpp and .h of a target and of everything of ours that it links, absolute,
# since lupdate finds nothing otherwise on Qt 6.4. Sees what target_sources added so far.
function(salon_collect_sources target out_variable)
  set(pending ${target})
  set(visited)
  set(sources)
  while(pending)
    list(POP_FRONT pending current)
    if(current MATCHES "^\\$<LINK_ONLY:(.+)>$")
      set(current "${CMAKE_MATCH_1}")
    endif()
    if(NOT TARGET "${current}")
      continue()
    endif()
    get_target_property(aliased ${current} ALIASED_TARGET)
    if(aliased)
      set(current ${aliased})
    endif()
    get_target_property(imported ${current} IMPORTED)
    if(imported OR current IN_LIST visited)
      continue()
    endif()
    list(APPEND visited ${current})
    foreach(property IN ITEMS LINK_LIBRARIES INTERFACE_LINK_LIBRARIES)
      get_target_property(libraries ${current} ${property})
      if(libraries)
        list(APPEND pending ${libraries})
      endif()
    endforeach()
    get_target_property(dir ${current} SOURCE_DIR)
    get_target_property(files ${current} SOURCES)
    foreach(file IN LISTS files)
      if(file MATCHES "\\.(cpp|h)$" AND NOT file MATCHES "_autogen|qrc_")
        cmake_path(ABSOLUTE_PATH file BASE_DIRECTORY "${dir}" NORMALIZE)
        cmake_path(IS_PREFIX CMAKE_BINARY_DIR "${file}" NORMALIZE generated)
        if(NOT generated)
          list(APPEND sources "${file}")
        endif()
      endif()
    endforeach()
  endwhile()
  list(REMOVE_DUPLICATES sources)
  list(SORT sources)
  set(${out_variable} "${sources}" PARENT_SCOPE)
endfunction()

# salon_add_translations(salon-gui PROGRAM salon LIBRARY GuiTranslations)
# Compiles the catalogue into the object library Salon::<LIBRARY> (resource :/i18n), links it into PROGRAM, and adds it
# to the targets update_translations and check_translations. Tests that need the texts link Salon::<LIBRARY> too.
function(salon_add_translations catalogue)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "PROGRAM;LIBRARY" "")
  salon_collect_sources(${arg_PROGRAM} sources)
  set(list_file "${CMAKE_BINARY_DIR}/translations/${catalogue}.sources")
  list(JOIN sources "\n" lines)
  file(CONFIGURE OUTPUT "${list_file}" CONTENT "${lines}\n" @ONLY)

  # Without the include path lupdate sees no class declaration, and so gets contexts wrong.
  set(options -silent -no-obsolete -locations none "-I${PROJECT_SOURCE_DIR}")
  set(fr "${PROJECT_SOURCE_DIR}/translations/${catalogue}_fr.ts")
  set(en "${PROJECT_SOURCE_DIR}/translations/${catalogue}_en.ts")
  add_custom_target(update_${catalogue}
    COMMAND Qt6::lupdate ${options} "@${list_file}" -source-language en -target-language fr_FR -ts "${fr}"
    COMMAND Qt6::lupdate ${options} -pluralonly "@${list_file}" -source-language en -target-language en_US -ts "${en}"
    COMMENT "Updating the catalogue ${catalogue}" VERBATIM)
  add_dependencies(update_translations update_${catalogue})

  set(compiled)
  foreach(ts IN ITEMS "${fr}" "${en}")
    cmake_path(GET ts STEM name)
    set(qm "${CMAKE_BINARY_DIR}/translations/${name}.qm")
    add_custom_command(OUTPUT "${qm}" DEPENDS "${ts}" COMMAND Qt6::lrelease -silent "${ts}" -qm "${qm}"
      COMMENT "Compiling ${name}.ts" VERBATIM)
    list(APPEND compiled "${qm}")
  endforeach()

  string(TOLOWER "salon_${arg_LIBRARY}" target)
  add_library(${target} OBJECT)
  add_library(Salon::${arg_LIBRARY} ALIAS ${target})
  target_link_libraries(${target} PRIVATE Qt6::Core)
  qt_add_resources(${target} "${target}" PREFIX "/i18n" BASE "${CMAKE_BINARY_DIR}/translations" FILES ${compiled}
    OPTIONS --format-version 1)
  target_link_libraries(${arg_PROGRAM} PRIVATE ${target})
  set_property(GLOBAL APPEND PROPERTY SALON_CATALOGUES ${catalogue})
endfunction()

# salon_bundle_qt_translations(GuiTranslations fr): Qt's own words (buttons of dialogs, shortcuts) as :/i18n/qtbase_fr.qm.
function(salon_bundle_qt_translations library)
  string(TOLOWER "salon_${library}" target)
  find_path(SALON_QT_TRANSLATIONS_DIR qtbase_fr.qm
    HINTS "${QT6_INSTALL_PREFIX}/${QT6_INSTALL_TRANSLATIONS}" /usr/share/qt6/translations
    DOC "Where Qt keeps qtbase_<language>.qm" NO_DEFAULT_PATH NO_CMAKE_FIND_ROOT_PATH) # they are of no machine
  if(NOT SALON_QT_TRANSLATIONS_DIR)
    message(STATUS "Qt's own translations were not found: its standard buttons stay English")
    return()
  endif()
  set(compiled)
  foreach(language IN LISTS ARGN)
    list(APPEND compiled "${SALON_QT_TRANSLATIONS_DIR}/qtbase_${language}.qm")
  endforeach()
  qt_add_resources(${target} "${target}_qt" PREFIX "/i18n" BASE "${SALON_QT_TRANSLATIONS_DIR}" FILES ${compiled}
    OPTIONS --format-version 1)
endfunction()
