# SPDX-FileCopyrightText: 2026 The Salon developers
# SPDX-License-Identifier: Apache-2.0

# With -g alone every test program carries its own copy of the libraries' debug information: 8 GB for one build tree.
# Split, it stays beside the object files (.dwo), where gdb finds it; the index that the linker still copies is
# compressed. Not split with sanitizers: GCC's print no lines then.
if(CMAKE_SYSTEM_NAME STREQUAL "Linux" AND CMAKE_BUILD_TYPE STREQUAL "Debug")
  if(CMAKE_CXX_FLAGS MATCHES "-fsanitize")
    set(split_by_default OFF)
  else()
    set(split_by_default ON)
  endif()
  option(SALON_SPLIT_DEBUG_INFO "Keep debug information beside the object files (-gsplit-dwarf)" ${split_by_default})
  if(SALON_SPLIT_DEBUG_INFO)
    add_compile_options("$<$<CXX_COMPILER_ID:GNU,Clang>:-gsplit-dwarf>")
  endif()
  add_link_options(-Wl,--compress-debug-sections=zlib)
  # A fifth of the time of GNU ld, for some three hundred programs.
  find_program(SALON_LLD ld.lld)
  if(SALON_LLD)
    add_link_options(-fuse-ld=lld -Wl,--as-needed) # it would name libraries of which nothing is used
  endif()
endif()
