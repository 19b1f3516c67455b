# SPDX-License-Identifier: MPL-2.0
# Finds what the project is built on. All that is missing is named at once, with Debian's name for it.

set(_missing "")

macro(_need condition what package)
  if(NOT (${condition}))
    list(APPEND _missing "${what} (Debian: ${package})")
  endif()
endmacro()

set(_qt_components Core Network)
if(TC_BUILD_APP)
  list(APPEND _qt_components DBus Gui Sql Svg WebSockets Widgets)
endif()
if(TC_BUILD_TESTS)
  list(APPEND _qt_components Test)
endif()
find_package(Qt6 6.4 QUIET OPTIONAL_COMPONENTS ${_qt_components})
foreach(_component IN LISTS _qt_components)
  set(_package qt6-base-dev)
  if(_component MATCHES "^(Svg|WebSockets)$")
    string(TOLOWER "qt6-${_component}-dev" _package)
  endif()
  _need("TARGET;Qt6::${_component}" "Qt ${_component} 6.4" ${_package})
endforeach()

find_package(OpenSSL 3 QUIET COMPONENTS Crypto)
_need("TARGET;OpenSSL::Crypto" "OpenSSL 3" libssl-dev)
find_package(simdjson 3 QUIET)
_need("TARGET;simdjson::simdjson" "simdjson 3" libsimdjson-dev)
find_package(ZLIB QUIET)
_need("TARGET;ZLIB::ZLIB" "zlib" zlib1g-dev)

if(TC_BUILD_APP)
  find_package(Qt6LinguistTools 6.4 QUIET)
  _need("TARGET;Qt6::lrelease" "Qt's Linguist tools" "qt6-tools-dev and qt6-l10n-tools")
  find_package(Qt6Keychain QUIET)
  _need("TARGET;Qt6Keychain::Qt6Keychain" "QtKeychain 0.13" qtkeychain-qt6-dev)
  find_package(yaml-cpp QUIET)
  _need("TARGET;yaml-cpp" "yaml-cpp 0.7" libyaml-cpp-dev)
endif()

if(TC_BUILD_TESTS)
  # Debian's own Python first: its packages jinja2 and yaml belong to that one.
  find_program(TC_PYTHON python3 PATHS /usr/bin NO_DEFAULT_PATH)
  find_program(TC_PYTHON python3)
  _need("TC_PYTHON" "Python 3" python3)
endif()

if(_missing)
  list(JOIN _missing "\n  " _missing)
  message(FATAL_ERROR "These are needed and were not found:\n  ${_missing}")
endif()
