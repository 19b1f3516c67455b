# SPDX-License-Identifier: MPL-2.0
# The subscription client, where Qt WebSockets is there.
if(NOT TARGET tc_live)
  return()
endif()

foreach(name live live_faults)
  tc_add_test(
    NAME
    test_${name}
    SOURCES
    test_${name}.cpp
    livefixture.h
    MOC_HEADERS
    livefixture.h
    LIBRARIES
    tc_live
    test_support
    Qt6::WebSockets)
endforeach()
if(TARGET demo)
  tc_add_test(
    NAME
    test_demo_live
    SOURCES
    test_demo_live.cpp
    LIBRARIES
    tc_live
    demo)
endif()
