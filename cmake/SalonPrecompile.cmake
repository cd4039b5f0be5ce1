# SPDX-FileCopyrightText: 2026 The Salon developers
# SPDX-License-Identifier: Apache-2.0

# With SALON_PRECOMPILE the headers of Qt and of the standard library are parsed once for each kind of target, not once for
# each file: with Clang a build takes a quarter of its time, with GCC half. A file includes what it needs all the same:
# builds without this option (release, the packages, clang-tidy) see to that.
option(SALON_PRECOMPILE "Precompile headers" OFF)

set(SALON_CORE_HEADERS <QAbstractListModel> <QByteArray> <QCborStreamReader> <QCborStreamWriter> <QCoreApplication>
  <QDateTime> <QFuture> <QHash> <QList> <QObject> <QPointer> <QSet> <QString> <QTimer> <QUuid>
  <algorithm> <chrono> <functional> <memory> <optional> <utility> <vector> <tl/expected.hpp>)
set(SALON_WIDGET_HEADERS <QAbstractItemModel> <QAction> <QApplication> <QBoxLayout> <QDialog> <QLabel> <QLineEdit> <QListView>
  <QMenu> <QPainter> <QPushButton> <QStyle> <QStyledItemDelegate> <QTextDocument> <QToolButton> <QWidget>)

if(SALON_PRECOMPILE)
  if(CMAKE_CXX_COMPILER_ID STREQUAL "Clang")
    set(CMAKE_PCH_INSTANTIATE_TEMPLATES ON)
  endif()
  # ccache must be told that what a file includes first is the same as long as its text is.
  if(CMAKE_CXX_COMPILER_LAUNCHER STREQUAL "ccache" AND CMAKE_HOST_UNIX)
    set(CMAKE_CXX_COMPILER_LAUNCHER env "CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime,locale" ccache)
    if(CMAKE_CXX_COMPILER_ID STREQUAL "Clang")
      add_compile_options("SHELL:-Xclang -fno-pch-timestamp")
    endif()
  endif()
endif()

# salon_precompile(target KIND core|widgets|test|widget_test): all targets of a kind share one precompiled header. No
# definition of theirs has any influence on it.
function(salon_precompile target kind)
  if(NOT SALON_PRECOMPILE)
    return()
  endif()
  set(headers salon_${kind}_headers)
  if(NOT TARGET ${headers})
    set(empty "${PROJECT_BINARY_DIR}/${headers}.cpp")
    file(CONFIGURE OUTPUT "${empty}" CONTENT "// only for its precompiled headers\n")
    add_library(${headers} OBJECT "${empty}")
    set_target_properties(${headers} PROPERTIES AUTOMOC OFF)
    target_include_directories(${headers} PRIVATE "${PROJECT_SOURCE_DIR}")
    target_link_libraries(${headers} PRIVATE Qt6::Core tl::expected Salon::Warnings Salon::Hardening)
    target_precompile_headers(${headers} PRIVATE ${SALON_CORE_HEADERS})
    if(kind MATCHES "widget")
      target_link_libraries(${headers} PRIVATE Qt6::Widgets)
      target_precompile_headers(${headers} PRIVATE ${SALON_WIDGET_HEADERS})
    endif()
    # Not linked with Qt6::Test: it defines the folder of each test, which <QTest> asks for. GCC minds that, Clang does not.
    if(kind MATCHES "test" AND CMAKE_CXX_COMPILER_ID STREQUAL "Clang")
      target_include_directories(${headers} SYSTEM PRIVATE $<TARGET_PROPERTY:Qt6::Test,INTERFACE_INCLUDE_DIRECTORIES>)
      target_precompile_headers(${headers} PRIVATE <QSignalSpy> <QTest>)
    endif()
  endif()
  target_precompile_headers(${target} REUSE_FROM ${headers})
endfunction()
