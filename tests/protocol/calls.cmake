# SPDX-License-Identifier: MPL-2.0
# The call layer and its transfers against the scripted server.
foreach(name paging policy replies reply_contract retries)
  tc_add_test(
    NAME
    test_${name}
    SOURCES
    test_${name}.cpp
    LIBRARIES
    tc
    test_support)
endforeach()
foreach(name download references)
  tc_add_test(
    NAME
    test_${name}
    SOURCES
    test_${name}.cpp
    artifacttest.cpp
    LIBRARIES
    tc
    test_support)
endforeach()
