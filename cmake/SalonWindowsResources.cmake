# SPDX-FileCopyrightText: 2026 The Salon developers
# SPDX-License-Identifier: Apache-2.0

# salon_add_windows_resources(salon): the icon, the version as Explorer shows it, and the application manifest of a program
# (asInvoker, UTF-8 as its code page, one pixel scale per screen, long paths, Windows 10 and 11). Elsewhere: nothing.
# The icon is rendered here from the drawing; where rsvg-convert or icotool is missing the program goes without.
set(SALON_WINDOWS_DESCRIPTION_salon "Salon")
set(SALON_WINDOWS_DESCRIPTION_salon-console "Salon, console client")
set(SALON_WINDOWS_DESCRIPTION_salon-server "Salon, server")
set(SALON_WINDOWS_ICON_SIZES 16 20 24 32 40 48 64 256)

if(WIN32)
  enable_language(RC)
  find_program(RSVG_CONVERT rsvg-convert DOC "Renders the SVG icons (Debian package librsvg2-bin)")
  find_program(ICOTOOL icotool DOC "Joins bitmaps to an icon for Windows (Debian package icoutils)")
  set(SALON_WINDOWS_ICON "${PROJECT_BINARY_DIR}/windows/salon.ico")
  if(RSVG_CONVERT AND ICOTOOL)
    set(drawing "${PROJECT_SOURCE_DIR}/resources/app-icon/salon.svg")
    set(bitmaps)
    set(arguments)
    foreach(size IN LISTS SALON_WINDOWS_ICON_SIZES)
      set(bitmap "${PROJECT_BINARY_DIR}/windows/icon-${size}.png")
      add_custom_command(OUTPUT "${bitmap}"
        COMMAND "${RSVG_CONVERT}" --width=${size} --height=${size} --output "${bitmap}" "${drawing}"
        DEPENDS "${drawing}" COMMENT "Rendering the icon for Windows at ${size} px" VERBATIM)
      list(APPEND bitmaps "${bitmap}")
      if(size EQUAL 256)
        list(APPEND arguments "--raw=${bitmap}") # a PNG within the icon: Windows wants it so at this size
      else()
        list(APPEND arguments "${bitmap}")
      endif()
    endforeach()
    add_custom_command(OUTPUT "${SALON_WINDOWS_ICON}"
      COMMAND "${ICOTOOL}" --create --output "${SALON_WINDOWS_ICON}" ${arguments}
      DEPENDS ${bitmaps} COMMENT "Making salon.ico" VERBATIM)
    add_custom_target(salon_windows_icon DEPENDS "${SALON_WINDOWS_ICON}")
  else()
    message(STATUS "Without rsvg-convert and icotool the programs for Windows get no icon")
  endif()
endif()

function(salon_add_windows_resources target)
  if(NOT WIN32)
    return()
  endif()
  set(SALON_DESCRIPTION "${SALON_WINDOWS_DESCRIPTION_${target}}")
  if(NOT SALON_DESCRIPTION)
    set(SALON_DESCRIPTION "${target}")
  endif()
  set(SALON_PROGRAM ${target})
  set(SALON_ICON_LINE "")
  if(TARGET salon_windows_icon)
    set(SALON_ICON_LINE "1 ICON \"${SALON_WINDOWS_ICON}\"")
  endif()
  set(SALON_MANIFEST "${PROJECT_BINARY_DIR}/windows/${target}.manifest")
  set(script "${PROJECT_BINARY_DIR}/windows/${target}.rc")
  configure_file("${PROJECT_SOURCE_DIR}/installer/windows/resources/program.manifest.in" "${SALON_MANIFEST}" @ONLY)
  configure_file("${PROJECT_SOURCE_DIR}/installer/windows/resources/program.rc.in" "${script}" @ONLY)
  target_sources(${target} PRIVATE "${script}")
  set_source_files_properties("${script}" PROPERTIES OBJECT_DEPENDS "${SALON_MANIFEST}")
  if(TARGET salon_windows_icon)
    set_source_files_properties("${script}" PROPERTIES OBJECT_DEPENDS "${SALON_MANIFEST};${SALON_WINDOWS_ICON}")
    add_dependencies(${target} salon_windows_icon)
  endif()
  if(MSVC)
    target_link_options(${target} PRIVATE /MANIFEST:NO) # ours is in the resources
  endif()
endfunction()
