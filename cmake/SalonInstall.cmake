# SPDX-FileCopyrightText: 2026 The Salon developers
# SPDX-License-Identifier: Apache-2.0

# What `cmake --install BUILD --component client|server|console` puts where: each component is a package of its own.
# Everything that is no program comes from installer/common; the man pages and the shell completions are made here from
# installer/common/manual and from what each program says with --help.
include(GNUInstallDirs)

set(SALON_COMMON_FILES "${PROJECT_SOURCE_DIR}/installer/common")
set(salon_on_a_desktop_system OFF)
if(UNIX AND NOT APPLE)
  set(salon_on_a_desktop_system ON)
endif()

if(EXISTS "/etc/debian_version")
  set(zsh_folder "vendor-completions")
else()
  set(zsh_folder "site-functions")
endif()
set(SALON_ZSH_COMPLETIONS_DIR "${CMAKE_INSTALL_DATADIR}/zsh/${zsh_folder}" CACHE STRING
  "Where zsh looks for completions that packages bring")
set(SALON_SYSTEMD_DIR "lib/systemd/system" CACHE STRING "Where systemd's units go")

# salon_install_program(client salon): the program itself, its licences and, where there is such a thing, its man pages
# and completions. SECTION is the man pages'.
function(salon_install_program component target section)
  install(TARGETS ${target}
    RUNTIME DESTINATION "${CMAKE_INSTALL_BINDIR}" COMPONENT ${component}
    BUNDLE DESTINATION . COMPONENT ${component})
  set(documents "${CMAKE_INSTALL_DATADIR}/doc/${target}")
  if(APPLE AND component STREQUAL "client")
    set(documents "${SALON_BUNDLE_NAME}.app/Contents/Resources/doc") # the disk image shows nothing beside the bundle
  endif()
  install(FILES "${PROJECT_SOURCE_DIR}/LICENSE" "${SALON_COMMON_FILES}/THIRD-PARTY-NOTICES.md"
    "${PROJECT_SOURCE_DIR}/CHANGELOG.md" DESTINATION "${documents}" COMPONENT ${component})
  install(DIRECTORY "${SALON_COMMON_FILES}/licences" DESTINATION "${documents}" COMPONENT ${component})
  if(salon_on_a_desktop_system)
    salon_install_manual(${component} ${target} ${section})
  endif()
endfunction()

# The page in both languages and the completions of three shells. A program of another machine cannot be asked for its
# options, and without Python nothing can be made of them: then there are none, and the configuration says so.
function(salon_install_manual component target section)
  if(CMAKE_CROSSCOMPILING AND NOT CMAKE_CROSSCOMPILING_EMULATOR)
    message(STATUS "No manual of ${target}: its options cannot be asked for when compiling for another machine")
    return()
  endif()
  find_program(SALON_MANUAL_PYTHON python3 DOC "Python 3.11 or newer for man pages and shell completions")
  if(NOT SALON_MANUAL_PYTHON)
    message(STATUS "No manual of ${target}: python3 was not found")
    return()
  endif()
  set(source "${SALON_COMMON_FILES}/manual/${target}.toml")
  set(generator "${SALON_COMMON_FILES}/manual/make_manual.py")
  set(out "${CMAKE_BINARY_DIR}/manual/${target}")
  set(page "${target}.${section}")
  set(made "${out}/en/${page}" "${out}/fr/${page}" "${out}/bash" "${out}/zsh" "${out}/fish")
  add_custom_command(OUTPUT ${made}
    COMMAND "${SALON_MANUAL_PYTHON}" -B "${generator}" --program "$<TARGET_FILE:${target}>" --source "${source}"
      --version "${PROJECT_VERSION}" --out "${out}"
    DEPENDS ${target} "${source}" "${generator}" COMMENT "Writing the manual of ${target}" VERBATIM)
  add_custom_target(${target}_manual ALL DEPENDS ${made})
  set(man "${CMAKE_INSTALL_MANDIR}")
  install(FILES "${out}/en/${page}" DESTINATION "${man}/man${section}" COMPONENT ${component})
  install(FILES "${out}/fr/${page}" DESTINATION "${man}/fr/man${section}" COMPONENT ${component})
  install(FILES "${out}/bash" DESTINATION "${CMAKE_INSTALL_DATADIR}/bash-completion/completions" RENAME "${target}"
    COMPONENT ${component})
  install(FILES "${out}/zsh" DESTINATION "${SALON_ZSH_COMPLETIONS_DIR}" RENAME "_${target}" COMPONENT ${component})
  install(FILES "${out}/fish" DESTINATION "${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d"
    RENAME "${target}.fish" COMPONENT ${component})
endfunction()

# What a desktop needs to show the client, and to give it join links and invitation files.
function(salon_install_desktop_files)
  set(from "${SALON_COMMON_FILES}/desktop")
  set(data "${CMAKE_INSTALL_DATADIR}")
  install(FILES "${from}/salon.desktop" DESTINATION "${data}/applications" COMPONENT client)
  install(FILES "${from}/example.salon.salon.metainfo.xml" DESTINATION "${data}/metainfo" COMPONENT client)
  install(FILES "${from}/salon-mime.xml" DESTINATION "${data}/mime/packages" RENAME "salon.xml" COMPONENT client)
  get_target_property(sizes salon_resources SALON_APP_ICON_SIZES)
  get_target_property(rendered salon_resources SALON_APP_ICON_FOLDER)
  foreach(size IN LISTS sizes)
    install(FILES "${rendered}/${size}.png" DESTINATION "${data}/icons/hicolor/${size}x${size}/apps"
      RENAME "salon.png" COMPONENT client)
  endforeach()
  install(FILES "${PROJECT_SOURCE_DIR}/resources/app-icon/salon.svg"
    DESTINATION "${data}/icons/hicolor/scalable/apps" COMPONENT client)
endfunction()

# The example configuration, and what installer/linux/systemd holds. A unit that ends in .in is given the folders.
function(salon_install_server_files)
  install(FILES "${PROJECT_SOURCE_DIR}/server/app/salon-server.toml"
    DESTINATION "${CMAKE_INSTALL_DATADIR}/doc/salon-server/examples" COMPONENT server)
  install(FILES "${PROJECT_SOURCE_DIR}/docs/MANUAL.md"
    DESTINATION "${CMAKE_INSTALL_DATADIR}/doc/salon-server" COMPONENT server)
  if(NOT CMAKE_SYSTEM_NAME STREQUAL "Linux")
    return()
  endif()
  file(GLOB units CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/installer/linux/systemd/*")
  foreach(unit IN LISTS units)
    cmake_path(GET unit FILENAME name)
    if(name MATCHES "\\.in$")
      string(REGEX REPLACE "\\.in$" "" name "${name}")
      configure_file("${unit}" "${CMAKE_BINARY_DIR}/systemd/${name}" @ONLY)
      set(unit "${CMAKE_BINARY_DIR}/systemd/${name}")
    endif()
    if(name MATCHES "\\.(service|socket)$")
      install(FILES "${unit}" DESTINATION "${SALON_SYSTEMD_DIR}" COMPONENT server)
    elseif(name MATCHES "sysusers.*\\.conf$")
      install(FILES "${unit}" DESTINATION "lib/sysusers.d" RENAME "salon-server.conf" COMPONENT server)
    elseif(name MATCHES "tmpfiles.*\\.conf$")
      install(FILES "${unit}" DESTINATION "lib/tmpfiles.d" RENAME "salon-server.conf" COMPONENT server)
    endif()
  endforeach()
endfunction()

salon_install_program(server salon-server 8)
salon_install_program(console salon-console 1)
if(TARGET salon)
  salon_install_program(client salon 1)
endif()
if(salon_on_a_desktop_system)
  salon_install_server_files()
  if(TARGET salon)
    salon_install_desktop_files()
  endif()
endif()
if(APPLE AND TARGET salon)
  salon_package_bundle(salon)
endif()
