# SPDX-License-Identifier: MPL-2.0
# The demo deployment. It belongs to the application, so it is there only when that is built.
if(NOT TARGET demo)
  return()
endif()

add_library(demo_fixture STATIC demofixture.cpp demofixture.h)
target_include_directories(demo_fixture PUBLIC "${CMAKE_CURRENT_SOURCE_DIR}")
target_link_libraries(
  demo_fixture
  PUBLIC demo tc
  PRIVATE Qt6::Test ZLIB::ZLIB project_options project_warnings)
precompile_test(demo_fixture tc)

tc_add_test(
  NAME
  test_demo_recordings
  SOURCES
  test_demo_recordings.cpp
  recordedaccounts.cpp
  recordedchanges.cpp
  recordedstate.cpp
  recordedstate.h
  LIBRARIES
  demo_fixture)

foreach(name hawk http server uploads signin)
  tc_add_test(
    NAME
    test_demo_${name}
    SOURCES
    test_demo_${name}.cpp
    LIBRARIES
    demo_fixture
    test_support)
endforeach()

# The example program that calls anything, as a process.
if(TARGET tc-call)
  tc_add_test(
    NAME
    test_tccall
    SOURCES
    test_tccall.cpp
    LIBRARIES
    demo_fixture)
  add_dependencies(test_tccall tc-call)
  set_tests_properties(test_tccall PROPERTIES ENVIRONMENT "TC_CALL=$<TARGET_FILE:tc-call>")
endif()
