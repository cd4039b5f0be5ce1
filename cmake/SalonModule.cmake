# SPDX-FileCopyrightText: 2026 The Salon developers
# SPDX-License-Identifier: Apache-2.0

# salon_add_module(Protocol SOURCES … DEPENDS Salon::Base): a static library salon_protocol with the alias Salon::Protocol.
# Headers are included from the source root: #include "shared/protocol/codec.h".
function(salon_add_module name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "SOURCES;DEPENDS;PRIVATE_DEPENDS")
  string(TOLOWER "salon_${name}" target)
  add_library(${target} STATIC ${arg_SOURCES})
  add_library(Salon::${name} ALIAS ${target})
  target_include_directories(${target} PUBLIC "${PROJECT_SOURCE_DIR}")
  target_link_libraries(${target} PUBLIC ${arg_DEPENDS} PRIVATE ${arg_PRIVATE_DEPENDS} Salon::Warnings Salon::Hardening)
  if("Qt6::Test" IN_LIST arg_DEPENDS)
    salon_precompile(${target} test)
  elseif("Qt6::Widgets" IN_LIST arg_DEPENDS)
    salon_precompile(${target} widgets)
  else()
    salon_precompile(${target} core)
  endif()
endfunction()

# salon_add_program(salon-server SOURCES main.cpp DEPENDS Salon::ServerApp [GUI]): with GUI no console opens on Windows.
function(salon_add_program target)
  cmake_parse_arguments(PARSE_ARGV 1 arg "GUI" "" "SOURCES;DEPENDS")
  qt_add_executable(${target} ${arg_SOURCES})
  set_target_properties(${target} PROPERTIES WIN32_EXECUTABLE ${arg_GUI})
  target_link_libraries(${target} PRIVATE ${arg_DEPENDS} Salon::Warnings Salon::Hardening)
  salon_add_windows_resources(${target})
endfunction()

# salon_add_test(tst_codec LABELS unit DEPENDS Salon::Protocol [SOURCES tst_codec.cpp …] [GUI] [TIMEOUT 60])
# One executable per test class, run by ctest in a folder of its own; GUI tests run on Qt's offscreen platform.
function(salon_add_test name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "GUI" "TIMEOUT" "SOURCES;DEPENDS;LABELS;ENVIRONMENT")
  if(NOT arg_SOURCES)
    set(arg_SOURCES "${name}.cpp")
  endif()
  if(NOT arg_TIMEOUT)
    set(arg_TIMEOUT 60)
  endif()
  if(CMAKE_CROSSCOMPILING)
    math(EXPR arg_TIMEOUT "4 * ${arg_TIMEOUT}") # an emulator takes its time
  endif()
  add_executable(${name} ${arg_SOURCES})
  set_target_properties(${name} PROPERTIES RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/tests")
  target_link_libraries(${name} PRIVATE Qt6::Test ${arg_DEPENDS} Salon::Warnings Salon::Hardening)
  if(arg_GUI)
    salon_precompile(${name} widget_test)
  else()
    salon_precompile(${name} test)
  endif()
  target_compile_definitions(${name} PRIVATE
    SALON_SOURCE_DIR="${PROJECT_SOURCE_DIR}" SALON_TEST_DATA="${PROJECT_SOURCE_DIR}/tests/data"
    SALON_BIN_DIR="${CMAKE_RUNTIME_OUTPUT_DIRECTORY}" SALON_PYTHON="${SALON_PYTHON}")
  add_test(NAME ${name} COMMAND ${name})
  # Nothing of the person who runs the tests: not the language, not the settings.
  set(home "${CMAKE_BINARY_DIR}/tests/home/${name}")
  set(locale "C.UTF-8")
  if(APPLE)
    set(locale "en_US.UTF-8") # what there is
  endif()
  set(environment "QT_LOGGING_RULES=salon.*.info=false" "LC_ALL=${locale}" "LANGUAGE=" "XDG_CONFIG_HOME=${home}/config"
    "XDG_DATA_HOME=${home}/data" "XDG_CACHE_HOME=${home}/cache" "XDG_STATE_HOME=${home}/state" ${arg_ENVIRONMENT})
  if(arg_GUI)
    list(APPEND environment "QT_QPA_PLATFORM=offscreen" "SALON_DISCOVERY_PORT=0") # nothing looks around the network unless told to
  endif()
  set_tests_properties(${name} PROPERTIES LABELS "${arg_LABELS}" TIMEOUT ${arg_TIMEOUT}
    COST ${arg_TIMEOUT} ENVIRONMENT "${environment}") # what may take long begins first
endfunction()
