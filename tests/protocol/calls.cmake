# SPDX-License-Identifier: MPL-2.0
# The call layer and its transfers against the scripted server.
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
foreach(name download downloadforms references resume)
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
tc_add_test(
  NAME
  test_faults_download
  SOURCES
  test_faults_download.cpp
  artifacttest.cpp
  storagefaults.cpp
  LIBRARIES
  tc
  test_support)

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

foreach(name artifactupload faults_upload upload)
  tc_add_test(
    NAME
    test_${name}
    SOURCES
    test_${name}.cpp
    uploadtest.cpp
    LIBRARIES
    tc
    test_support)
endforeach()

tc_add_test(
  NAME
  test_faults_calls
  SOURCES
  test_faults_calls.cpp
  callfaults.cpp
  LIBRARIES
  tc
  test_support)
