# SPDX-License-Identifier: MPL-2.0
# Recorded replies through the codecs, recorded requests through the typed functions.
add_subdirectory("${PROJECT_SOURCE_DIR}/generated/testing" "${CMAKE_CURRENT_BINARY_DIR}/typed_calls")
foreach(name recordings_codec recordings_calls)
  tc_add_test(
    NAME
    test_${name}
    SOURCES
    test_${name}.cpp
    recordings.cpp
    recordings.h
    LIBRARIES
    tc
    typed_calls
    test_support
    ZLIB::ZLIB)
  target_include_directories(test_${name} PRIVATE "${PROJECT_SOURCE_DIR}/libtc/src")
endforeach()
# What the generated tables promise of every function with pages and of every exchange.
foreach(name paged_functions pulse)
  tc_add_test(
    NAME
    test_${name}
    SOURCES
    test_${name}.cpp
    LIBRARIES
    tc
    typed_calls
    test_support)
endforeach()
