# SPDX-FileCopyrightText: 2026 The Salon developers
# SPDX-License-Identifier: Apache-2.0

# The version stands in one place, project(VERSION). The commit is found out at each build, since a configuration outlives
# many commits, and goes into a library of one file, Salon::BuildCommit, that only the programs link: a new commit compiles
# that file and links three programs. Nothing says when something was built: two builds of one commit are the same.
set(SALON_COMMIT "" CACHE STRING "Commit that the programs show; empty: the archive's or git's, else unknown")

find_package(Git QUIET)
set(build_commit "${CMAKE_BINARY_DIR}/build_commit.cpp")
add_custom_target(salon_find_commit BYPRODUCTS "${build_commit}"
  COMMAND "${CMAKE_COMMAND}" "-DSOURCE=${PROJECT_SOURCE_DIR}" "-DGIVEN=${SALON_COMMIT}" "-DGIT=${GIT_EXECUTABLE}"
    "-DOUT=${build_commit}" -P "${PROJECT_SOURCE_DIR}/cmake/scripts/write_commit.cmake"
  COMMENT "Looking for the commit" VERBATIM)
add_library(salon_build_commit STATIC "${build_commit}")
add_library(Salon::BuildCommit ALIAS salon_build_commit)
add_dependencies(salon_build_commit salon_find_commit)
set_target_properties(salon_build_commit PROPERTIES AUTOMOC OFF AUTOUIC OFF)
target_include_directories(salon_build_commit PRIVATE "${PROJECT_SOURCE_DIR}")
