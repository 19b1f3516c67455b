# SPDX-License-Identifier: MPL-2.0
# tests/run looks for secrets in the output of all tests; this is the proof that it would find them.
add_test(NAME leaks_checker COMMAND "${TC_PYTHON}" "${CMAKE_CURRENT_LIST_DIR}/test_leaks.py")
