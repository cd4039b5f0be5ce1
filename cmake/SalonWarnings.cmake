# SPDX-FileCopyrightText: 2026 The Salon developers
# SPDX-License-Identifier: Apache-2.0

# Salon::Warnings: what every target of ours is compiled with, linked PRIVATE so that nothing leaks to users.
add_library(salon_warnings INTERFACE)
add_library(Salon::Warnings ALIAS salon_warnings)
target_compile_options(salon_warnings INTERFACE
  $<$<CXX_COMPILER_ID:GNU,Clang,AppleClang>:-Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wnon-virtual-dtor -Woverloaded-virtual>
  $<$<CXX_COMPILER_ID:MSVC>:/W4 /permissive- /utf-8>
  $<$<AND:$<BOOL:${SALON_WERROR}>,$<CXX_COMPILER_ID:GNU,Clang,AppleClang>>:-Werror>)
target_compile_definitions(salon_warnings INTERFACE
  QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_FOREACH QT_NO_KEYWORDS QT_NO_URL_CAST_FROM_STRING
  QT_NO_NARROWING_CONVERSIONS_IN_CONNECT QT_STRICT_ITERATORS QT_DISABLE_DEPRECATED_BEFORE=0x060400)

# Salon::Hardening: flags of a release build; see docs/DEVELOPING.md.
add_library(salon_hardening INTERFACE)
add_library(Salon::Hardening ALIAS salon_hardening)
if(SALON_HARDENED AND CMAKE_CXX_COMPILER_ID MATCHES "GNU|Clang")
  # Nothing of the folders here is left in the programs.
  target_compile_options(salon_hardening INTERFACE
    "-ffile-prefix-map=${CMAKE_BINARY_DIR}=." "-ffile-prefix-map=${PROJECT_SOURCE_DIR}=.")
  target_compile_options(salon_hardening INTERFACE
    -U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=2 -D_GLIBCXX_ASSERTIONS -fstack-protector-strong)
  if(CMAKE_SYSTEM_PROCESSOR MATCHES "x86_64|AMD64")
    target_compile_options(salon_hardening INTERFACE -fcf-protection)
  endif()
  if(CMAKE_SYSTEM_NAME STREQUAL "Linux")
    target_link_options(salon_hardening INTERFACE -Wl,-z,relro,-z,now)
  endif()
  if(MINGW)
    # Address space randomisation (64 bits) and non-executable data are the linker's defaults. The library of the stack
    # protector is linked statically: one DLL less beside the programs.
    execute_process(COMMAND "${CMAKE_CXX_COMPILER}" -print-file-name=libssp.a
      OUTPUT_VARIABLE stack_protector OUTPUT_STRIP_TRAILING_WHITESPACE)
    target_link_libraries(salon_hardening INTERFACE "${stack_protector}")
  endif()
endif()

# clang-tidy takes the nearest .clang-tidy: generated code gets one that asks for next to nothing.
if(CMAKE_CXX_CLANG_TIDY)
  file(WRITE "${CMAKE_BINARY_DIR}/.clang-tidy" "Checks: '-*,misc-misplaced-const'\nInheritParentConfig: false\n")
endif()
