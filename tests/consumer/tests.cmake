# SPDX-License-Identifier: MPL-2.0
# The library as others get it.
set(_consumer "${TC_PYTHON}" "${CMAKE_CURRENT_LIST_DIR}/check.py")
set(_consumer_options "${CMAKE_BINARY_DIR}" --compiler "${CMAKE_CXX_COMPILER}")
if(TC_SANITIZERS)
  list(APPEND _consumer_options "--flags=-fsanitize=${TC_SANITIZERS}")
endif()
if(TARGET tc-demo-server)
  list(APPEND _consumer_options --demo "$<TARGET_FILE:tc-demo-server>")
endif()

add_test(NAME consumer_install COMMAND ${_consumer} install ${_consumer_options})
set_tests_properties(consumer_install PROPERTIES FIXTURES_SETUP installed_tc)
foreach(way IN ITEMS cmake pkg-config)
  add_test(NAME consumer_${way} COMMAND ${_consumer} ${way} ${_consumer_options})
  set_tests_properties(consumer_${way} PROPERTIES FIXTURES_REQUIRED installed_tc TIMEOUT 600)
endforeach()
