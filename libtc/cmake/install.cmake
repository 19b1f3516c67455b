# SPDX-License-Identifier: MPL-2.0
# What other projects build against: headers, archives, a CMake package, pkg-config files. All of it is the component
# tc-dev, so that "cmake --install BUILD --component tc-dev" needs nothing but the library.
include(CMakePackageConfigHelpers)
include(GNUInstallDirs)

set(_tc_package "${CMAKE_INSTALL_LIBDIR}/cmake/Tc")
set(_tc_made "${CMAKE_CURRENT_BINARY_DIR}/package")

# The public headers are those in these two folders, and there is nothing else in them.
install(
  DIRECTORY "${PROJECT_SOURCE_DIR}/libtc/include/tc" "${PROJECT_SOURCE_DIR}/generated/include/tc"
  DESTINATION "${CMAKE_INSTALL_INCLUDEDIR}"
  COMPONENT tc-dev
  FILES_MATCHING
  PATTERN "*.h")

# tc_install(target exported-name package): the archive, and how CMake and pkg-config find it.
function(_tc_install target exported export pkgconfig)
  set_target_properties(${target} PROPERTIES EXPORT_NAME ${exported})
  target_include_directories(${target} INTERFACE "$<INSTALL_INTERFACE:${CMAKE_INSTALL_INCLUDEDIR}>")
  install(TARGETS ${target} EXPORT ${export} ARCHIVE DESTINATION "${CMAKE_INSTALL_LIBDIR}" COMPONENT tc-dev)
  install(
    EXPORT ${export}
    NAMESPACE Tc::
    DESTINATION "${_tc_package}"
    COMPONENT tc-dev)
  # Relative to where the file lies, so that the whole prefix may move.
  file(RELATIVE_PATH _prefix "/prefix/${CMAKE_INSTALL_LIBDIR}/pkgconfig" "/prefix")
  configure_file("${PROJECT_SOURCE_DIR}/libtc/cmake/${pkgconfig}.pc.in" "${_tc_made}/${pkgconfig}.pc" @ONLY)
  install(
    FILES "${_tc_made}/${pkgconfig}.pc"
    DESTINATION "${CMAKE_INSTALL_LIBDIR}/pkgconfig"
    COMPONENT tc-dev)
endfunction()

_tc_install(tc tc TcTargets tc)
if(TARGET tc_live)
  _tc_install(tc_live live TcLiveTargets tc-live)
endif()

configure_package_config_file("${PROJECT_SOURCE_DIR}/libtc/cmake/TcConfig.cmake.in" "${_tc_made}/TcConfig.cmake"
                              INSTALL_DESTINATION "${_tc_package}")
# While the first number is 0 the second one may break what others wrote.
write_basic_package_version_file("${_tc_made}/TcConfigVersion.cmake" COMPATIBILITY SameMinorVersion)
install(
  FILES "${_tc_made}/TcConfig.cmake" "${_tc_made}/TcConfigVersion.cmake"
  DESTINATION "${_tc_package}"
  COMPONENT tc-dev)
