# SPDX-FileCopyrightText: 2026 The Salon developers
# SPDX-License-Identifier: Apache-2.0

# cmake -DSOURCE=… -DGIVEN=… -DGIT=… -DOUT=… -P write_commit.cmake: writes the C++ file OUT with the commit of the folder
# SOURCE, but only when it is another one than there. GIVEN wins, then what `git archive` wrote into cmake/commit.txt, then
# git, which adds "+" when files differ from the commit; else it is "unknown".
cmake_minimum_required(VERSION 3.21)
set(commit "${GIVEN}")
if(commit STREQUAL "")
  file(STRINGS "${SOURCE}/cmake/commit.txt" archived REGEX "^[0-9a-f]+$")
  set(commit "${archived}")
endif()
if(commit STREQUAL "" AND GIT AND EXISTS "${SOURCE}/.git") # not the repository of a folder above
  execute_process(COMMAND "${GIT}" rev-parse HEAD WORKING_DIRECTORY "${SOURCE}"
    OUTPUT_VARIABLE head RESULT_VARIABLE failed OUTPUT_STRIP_TRAILING_WHITESPACE ERROR_QUIET)
  if(NOT failed)
    set(commit "${head}")
    execute_process(COMMAND "${GIT}" --no-optional-locks status --porcelain --untracked-files=no
      WORKING_DIRECTORY "${SOURCE}" OUTPUT_VARIABLE changes ERROR_QUIET)
    if(changes)
      string(APPEND commit "+")
    endif()
  endif()
endif()
if(commit STREQUAL "")
  set(commit "unknown")
endif()
if(NOT commit MATCHES "^[A-Za-z0-9.+~_-]+$")
  message(FATAL_ERROR "“${commit}” is not the name of a commit")
endif()
if(commit MATCHES "^([0-9a-f]+)(\\+?)$")
  set(mark "${CMAKE_MATCH_2}")
  string(SUBSTRING "${CMAKE_MATCH_1}" 0 12 short)
  set(commit "${short}${mark}")
endif()
file(CONFIGURE OUTPUT "${OUT}" @ONLY CONTENT [=[
// Written by cmake/scripts/write_commit.cmake.
#include "shared/base/build_commit.h"

namespace salon {

const char *buildCommit()
{
    return "@commit@";
}

} // namespace salon
]=])
