# SPDX-License-Identifier: MPL-2.0
# The library's examples against the demo deployment.
if(TC_BUILD_EXAMPLES AND TARGET tc-demo-server)
  add_test(NAME examples COMMAND "${TC_PYTHON}" "${CMAKE_CURRENT_LIST_DIR}/test_examples.py"
                                 "${CMAKE_RUNTIME_OUTPUT_DIRECTORY}" --verbose)
  set_tests_properties(examples PROPERTIES TIMEOUT 300)
endif()
