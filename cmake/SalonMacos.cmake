# SPDX-FileCopyrightText: 2026 The Salon developers
# SPDX-License-Identifier: Apache-2.0

# The desktop client as a bundle for macOS, and its disk image. What the bundle says of itself is written on every
# system (build/…/macos), so that a test can read it without a Mac; installer/macos/README.md says how the rest goes.
set(SALON_BUNDLE_ID "example.salon.salon") # the id in installer/common/desktop, too
set(SALON_BUNDLE_NAME "Salon")
set(SALON_BUNDLE_ICON "salon.icns")
set(SALON_MACOS_FILES "${PROJECT_SOURCE_DIR}/installer/macos")

# The oldest macOS: what Qt asks for, and 10.15 for std::filesystem. Libraries that the machine made for itself
# (Homebrew) ask for what it runs, unless CMAKE_OSX_DEPLOYMENT_TARGET says otherwise.
set(salon_oldest_macos 10.15)
foreach(step IN ITEMS 6.5:11.0 6.8:12.0 6.10:13.0)
  string(REPLACE ":" ";" step "${step}")
  list(GET step 0 qt)
  list(GET step 1 system)
  if(Qt6Core_VERSION VERSION_GREATER_EQUAL qt)
    set(salon_oldest_macos ${system})
  endif()
endforeach()
set(SALON_MACOS_MINIMUM ${salon_oldest_macos})
if(CMAKE_OSX_DEPLOYMENT_TARGET)
  if(CMAKE_OSX_DEPLOYMENT_TARGET VERSION_LESS salon_oldest_macos)
    message(FATAL_ERROR "macOS ${CMAKE_OSX_DEPLOYMENT_TARGET} is too old: Salon with Qt ${Qt6Core_VERSION} needs "
      "${salon_oldest_macos}. Set CMAKE_OSX_DEPLOYMENT_TARGET to that or more.")
  endif()
  set(SALON_MACOS_MINIMUM ${CMAKE_OSX_DEPLOYMENT_TARGET})
elseif(APPLE)
  execute_process(COMMAND sw_vers -productVersion OUTPUT_VARIABLE here OUTPUT_STRIP_TRAILING_WHITESPACE
    COMMAND_ERROR_IS_FATAL ANY)
  string(REGEX MATCH "^[0-9]+" here "${here}")
  if("${here}.0" VERSION_GREATER salon_oldest_macos)
    set(SALON_MACOS_MINIMUM "${here}.0")
  endif()
endif()

configure_file("${SALON_MACOS_FILES}/Info.plist.in" "${CMAKE_BINARY_DIR}/macos/Info.plist" @ONLY)

# salon_make_bundle(salon): properties, icon and words of the bundle.
function(salon_make_bundle target)
  set(icon "${CMAKE_BINARY_DIR}/macos/${SALON_BUNDLE_ICON}")
  set(drawing "${PROJECT_SOURCE_DIR}/resources/app-icon/salon.svg")
  add_custom_command(OUTPUT "${icon}" COMMAND "${SALON_MACOS_FILES}/make-icns.sh" "${drawing}" "${icon}"
    DEPENDS "${drawing}" "${SALON_MACOS_FILES}/make-icns.sh" COMMENT "Rendering ${SALON_BUNDLE_ICON}" VERBATIM)
  target_sources(${target} PRIVATE "${icon}")
  set_source_files_properties("${icon}" TARGET_DIRECTORY ${target}
    PROPERTIES MACOSX_PACKAGE_LOCATION Resources GENERATED ON)
  foreach(language IN ITEMS en fr)
    set(words "${SALON_MACOS_FILES}/${language}.lproj/InfoPlist.strings")
    target_sources(${target} PRIVATE "${words}")
    set_source_files_properties("${words}" TARGET_DIRECTORY ${target}
      PROPERTIES MACOSX_PACKAGE_LOCATION "Resources/${language}.lproj")
  endforeach()
  set_target_properties(${target} PROPERTIES
    MACOSX_BUNDLE ON
    OUTPUT_NAME "${SALON_BUNDLE_NAME}"
    MACOSX_BUNDLE_GUI_IDENTIFIER "${SALON_BUNDLE_ID}"
    MACOSX_BUNDLE_BUNDLE_VERSION "${PROJECT_VERSION}"
    MACOSX_BUNDLE_SHORT_VERSION_STRING "${PROJECT_VERSION}"
    MACOSX_BUNDLE_INFO_PLIST "${CMAKE_BINARY_DIR}/macos/Info.plist")
  # Qt loads libssl by name when it runs; only what is linked comes into the bundle.
  target_link_libraries(${target} PRIVATE OpenSSL::SSL)
endfunction()

# salon_package_bundle(salon): Qt and the other libraries go into the installed bundle; `cpack` makes Salon-….dmg of it,
# signed for this machine only. installer/macos/notarise.sh makes the one to give away.
function(salon_package_bundle target)
  set(result_option OUTPUT_SCRIPT)
  if(Qt6Core_VERSION VERSION_LESS 6.5)
    set(result_option FILENAME_VARIABLE)
  endif()
  qt_generate_deploy_app_script(TARGET ${target} ${result_option} deploy_script)
  install(SCRIPT "${deploy_script}" COMPONENT client)
  install(CODE "
    set(bundle \"\$ENV{DESTDIR}\${CMAKE_INSTALL_PREFIX}/${SALON_BUNDLE_NAME}.app\")
    execute_process(COMMAND codesign --force --deep --sign - \"\${bundle}\" COMMAND_ERROR_IS_FATAL ANY)" COMPONENT client)
  set(CPACK_GENERATOR DragNDrop)
  set(CPACK_PACKAGE_NAME "${SALON_BUNDLE_NAME}")
  set(CPACK_PACKAGE_VENDOR "The Salon developers")
  set(CPACK_PACKAGE_VERSION "${PROJECT_VERSION}")
  set(CPACK_PACKAGE_FILE_NAME "Salon-${PROJECT_VERSION}-macos-${CMAKE_SYSTEM_PROCESSOR}")
  set(CPACK_PACKAGE_ICON "${CMAKE_BINARY_DIR}/macos/${SALON_BUNDLE_ICON}")
  set(CPACK_DMG_VOLUME_NAME "${SALON_BUNDLE_NAME}")
  set(CPACK_DMG_FORMAT UDZO)
  # The client alone: server and console are for those who compile them.
  set(CPACK_MONOLITHIC_INSTALL ON)
  set(CPACK_INSTALL_CMAKE_PROJECTS "${CMAKE_BINARY_DIR};${PROJECT_NAME};client;/")
  include(CPack)
endfunction()
