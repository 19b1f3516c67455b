# SPDX-License-Identifier: MPL-2.0
# Two INTERFACE targets that every target of the project links privately: how to compile, and what to warn about.

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_AUTOMOC ON)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/bin")

# A compiler cache, where one is installed, makes the second clone and the second preset cheap. It wants to be told that
# precompiled headers may be trusted.
find_program(TC_CCACHE ccache)
if(TC_CCACHE)
  set(CMAKE_CXX_COMPILER_LAUNCHER "${CMAKE_COMMAND}" -E env CCACHE_SLOPPINESS=pch_defines,time_macros "${TC_CCACHE}")
endif()

add_library(project_options INTERFACE)
target_compile_features(project_options INTERFACE cxx_std_20)
target_compile_definitions(
  project_options
  INTERFACE QT_NO_KEYWORDS
            QT_NO_FOREACH
            QT_NO_CAST_FROM_ASCII
            QT_NO_CAST_TO_ASCII
            QT_NO_CAST_FROM_BYTEARRAY
            QT_NO_URL_CAST_FROM_STRING
            QT_NO_NARROWING_CONVERSIONS_IN_CONNECT
            QT_NO_CONTEXTLESS_CONNECT
            QT_STRICT_ITERATORS
            QT_USE_QSTRINGBUILDER
            QT_DISABLE_DEPRECATED_BEFORE=0x060400)

# A hundred programs of tests are linked for development.
find_program(TC_LLD ld.lld)
if(TC_LLD AND CMAKE_BUILD_TYPE STREQUAL "Debug" AND UNIX AND NOT APPLE)
  target_link_options(project_options INTERFACE -fuse-ld=lld)
endif()

if(TC_SANITIZERS)
  target_compile_options(project_options INTERFACE -fsanitize=${TC_SANITIZERS} -fno-omit-frame-pointer
                                                   -fno-sanitize-recover=all)
  target_link_options(project_options INTERFACE -fsanitize=${TC_SANITIZERS})
  if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    # In code made for sanitizers GCC loses track of what a std::optional holds.
    target_compile_options(project_options INTERFACE -Wno-maybe-uninitialized)
  endif()
endif()

add_library(project_warnings INTERFACE)
target_compile_options(
  project_warnings INTERFACE -Wall -Wextra -Wpedantic -Wconversion -Wshadow -Wnon-virtual-dtor -Woverloaded-virtual
                             -Wold-style-cast -Wcast-align -Wimplicit-fallthrough)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_BUILD_TYPE STREQUAL "Release")
  # In optimised code GCC 12 loses track of what a std::variant holds.
  target_compile_options(project_warnings INTERFACE -Wno-maybe-uninitialized)
endif()
if(TC_WARNINGS_AS_ERRORS)
  target_compile_options(project_warnings INTERFACE -Werror)
endif()
