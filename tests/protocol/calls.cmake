# SPDX-License-Identifier: MPL-2.0
# The call layer and its transfers against the scripted server.
# What several of these tests set up in the same way.
add_library(transfer_fixture STATIC artifacttest.cpp artifacttest.h storagefaults.cpp storagefaults.h uploadtest.cpp uploadtest.h)
set_target_properties(transfer_fixture PROPERTIES AUTOMOC ON)
target_include_directories(transfer_fixture PUBLIC "${CMAKE_CURRENT_SOURCE_DIR}")
target_link_libraries(
  transfer_fixture
  PUBLIC tc test_support Qt6::Test
  PRIVATE project_options project_warnings)
precompile_test(transfer_fixture tc)

foreach(name apicall client_options config credentialcheck faketransport lookahead logging paging policy replies reply_contract retries speculation speculation_random)
  tc_add_test(
    NAME
    test_${name}
    SOURCES
    test_${name}.cpp
    LIBRARIES
    tc
    test_support)
endforeach()
foreach(name artifactupload download downloadforms faults_download faults_upload references resume upload)
  tc_add_test(
    NAME
    test_${name}
    SOURCES
    test_${name}.cpp
    LIBRARIES
    tc
    transfer_fixture)
endforeach()

foreach(name signin signinlistener)
  tc_add_test(
    NAME
    test_${name}
    SOURCES
    test_${name}.cpp
    callbackbrowser.h
    LIBRARIES
    tc
    test_support)
  target_include_directories(test_${name} PRIVATE "${PROJECT_SOURCE_DIR}/libtc/src")
endforeach()

tc_add_test(
  NAME
  test_proxies
  SOURCES
  test_proxies.cpp
  LIBRARIES
  tc
  test_support)
target_include_directories(test_proxies PRIVATE "${PROJECT_SOURCE_DIR}/libtc/src")


tc_add_test(
  NAME
  test_faults_calls
  SOURCES
  test_faults_calls.cpp
  callfaults.cpp
  LIBRARIES
  tc
  test_support)
