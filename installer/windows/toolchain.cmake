# SPDX-FileCopyrightText: 2026 The Salon developers
# SPDX-License-Identifier: Apache-2.0

# Windows x86-64 from Debian's mingw-w64 (GCC, posix threads), for Windows 10 and newer.
#
# The libraries are where SALON_WINDOWS_PREFIX says (variable of CMake or of the environment; build-prefix.sh makes that
# folder). ICU is in the prefix itself, in the folder `icu` beside it, or where SALON_WINDOWS_ICU says.
# moc, rcc, uic and lrelease are Debian's own and must be of the prefix's version of Qt.
set(CMAKE_SYSTEM_NAME Windows)
set(CMAKE_SYSTEM_PROCESSOR x86_64)
set(_salon_triple x86_64-w64-mingw32)
set(CMAKE_C_COMPILER ${_salon_triple}-gcc-posix)
set(CMAKE_CXX_COMPILER ${_salon_triple}-g++-posix)
set(CMAKE_ASM_COMPILER ${_salon_triple}-gcc-posix)
set(CMAKE_RC_COMPILER ${_salon_triple}-windres)

foreach(_salon_variable SALON_WINDOWS_PREFIX SALON_WINDOWS_ICU)
  if(NOT ${_salon_variable} AND DEFINED ENV{${_salon_variable}})
    set(${_salon_variable} "$ENV{${_salon_variable}}" CACHE PATH "Where the libraries for Windows are")
  endif()
endforeach()
if(SALON_WINDOWS_PREFIX AND NOT SALON_WINDOWS_ICU)
  cmake_path(GET SALON_WINDOWS_PREFIX PARENT_PATH _salon_beside)
  set(SALON_WINDOWS_ICU "${_salon_beside}/icu" CACHE PATH "Where ICU for Windows is")
endif()
# try_compile() reads this file again, in a project of its own.
list(APPEND CMAKE_TRY_COMPILE_PLATFORM_VARIABLES SALON_WINDOWS_PREFIX SALON_WINDOWS_ICU)

set(CMAKE_FIND_ROOT_PATH /usr/${_salon_triple})
if(SALON_WINDOWS_PREFIX)
  list(PREPEND CMAKE_FIND_ROOT_PATH "${SALON_WINDOWS_PREFIX}" "${SALON_WINDOWS_ICU}")
  list(PREPEND CMAKE_PREFIX_PATH "${SALON_WINDOWS_PREFIX}" "${SALON_WINDOWS_ICU}")
endif()
# Programs are the host's, everything else the target's: nothing of Linux is found by mistake.
set(CMAKE_FIND_ROOT_PATH_MODE_PROGRAM NEVER)
set(CMAKE_FIND_ROOT_PATH_MODE_LIBRARY ONLY)
set(CMAKE_FIND_ROOT_PATH_MODE_INCLUDE ONLY)
set(CMAKE_FIND_ROOT_PATH_MODE_PACKAGE ONLY)
set(ENV{PKG_CONFIG_LIBDIR} "${SALON_WINDOWS_PREFIX}/lib/pkgconfig")
set(ENV{PKG_CONFIG_PATH} "")

set(QT_HOST_PATH /usr CACHE PATH "Qt's own tools for this machine")
set(QT_HOST_PATH_CMAKE_DIR /usr/lib/x86_64-linux-gnu/cmake CACHE PATH "")
set(Qt6LinguistTools_DIR "${QT_HOST_PATH_CMAKE_DIR}/Qt6LinguistTools" CACHE PATH "")

# Windows 10 is the oldest that Salon runs on.
set(CMAKE_C_FLAGS_INIT "-D_WIN32_WINNT=0x0A00 -DWINVER=0x0A00")
set(CMAKE_CXX_FLAGS_INIT "-D_WIN32_WINNT=0x0A00 -DWINVER=0x0A00")

# ctest runs programs for Windows under Wine (run-tests.sh prepares it).
set(CMAKE_CROSSCOMPILING_EMULATOR "${CMAKE_CURRENT_LIST_DIR}/wine-run.sh")
