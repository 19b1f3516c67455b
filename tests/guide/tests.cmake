# SPDX-License-Identifier: MPL-2.0
# The library's guide says what the tree does. Without the application there are fewer tests than it names.
set(_guide "${TC_PYTHON}" "${CMAKE_CURRENT_LIST_DIR}/guide.py")
if(TARGET tc-demo-server AND TC_BUILD_EXAMPLES)
  list(APPEND _guide --build "${CMAKE_BINARY_DIR}")
endif()
add_test(NAME guide COMMAND ${_guide})
add_test(NAME guide_checker COMMAND "${TC_PYTHON}" "${CMAKE_CURRENT_LIST_DIR}/test_guide.py")
