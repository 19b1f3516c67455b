# SPDX-License-Identifier: MPL-2.0
# JSON, the generated codecs, and the generator itself.
foreach(name json codec)
  tc_add_test(
    NAME
    test_${name}
    SOURCES
    test_${name}.cpp
    LIBRARIES
    tc)
  target_include_directories(test_${name} PRIVATE "${PROJECT_SOURCE_DIR}/libtc/src")
endforeach()

foreach(check render reference constructs)
  add_test(NAME test_codegen_${check} COMMAND "${TC_PYTHON}" "${CMAKE_CURRENT_SOURCE_DIR}/test_codegen.py" ${check})
  set_tests_properties(test_codegen_${check} PROPERTIES TIMEOUT 120 SKIP_RETURN_CODE 77)
endforeach()
