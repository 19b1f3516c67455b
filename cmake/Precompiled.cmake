# SPDX-License-Identifier: MPL-2.0
# Half of the time that a file takes to compile goes into the headers that all include, so they are compiled once for
# each library and once for the tests. The release does without: it proves that each file includes what it uses.
include_guard(GLOBAL)

option(TC_PRECOMPILE "Precompile the headers that everything includes" OFF)

if(TC_PRECOMPILE AND TC_CCACHE AND CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  target_compile_options(project_options INTERFACE -fpch-preprocess)
endif()

set(_core_headers
    <QByteArray>
    <QDateTime>
    <QJsonArray>
    <QJsonDocument>
    <QJsonObject>
    <QList>
    <QObject>
    <QString>
    <QStringList>
    <QTimer>
    <QUrl>
    <algorithm>
    <chrono>
    <functional>
    <memory>
    <optional>
    <string>
    <variant>
    <vector>)
set(_network_headers <QNetworkReply> <QSslConfiguration>)
set(_widget_headers <QAction> <QApplication> <QLabel> <QLineEdit> <QMenu> <QPainter> <QTableView> <QToolButton> <QVBoxLayout>
                    <QWidget>)

function(precompile_headers)
  if(NOT TC_PRECOMPILE)
    return()
  endif()
  foreach(target IN ITEMS tc tc_live app_core demo)
    if(TARGET ${target})
      target_precompile_headers(${target} PRIVATE ${_core_headers} ${_network_headers})
    endif()
  endforeach()
  if(TARGET app_ui)
    target_precompile_headers(app_ui PRIVATE ${_core_headers} ${_network_headers} ${_widget_headers})
  endif()
endfunction()

# A test shares the headers of all tests of its kind, with widgets or without. They must not see a macro that differs
# from test to test, so neither <QTest> nor the network's headers are among them.
function(precompile_test target)
  if(NOT TC_PRECOMPILE)
    return()
  endif()
  set(kind core)
  set(headers ${_core_headers})
  if("app_ui" IN_LIST ARGN)
    set(kind widgets)
    list(APPEND headers ${_widget_headers})
  endif()
  if(NOT TARGET test_headers_${kind})
    file(WRITE "${CMAKE_BINARY_DIR}/test_headers.cpp" "")
    add_library(test_headers_${kind} OBJECT "${CMAKE_BINARY_DIR}/test_headers.cpp")
    target_link_libraries(
      test_headers_${kind} PRIVATE $<IF:$<STREQUAL:${kind},widgets>,Qt6::Widgets,Qt6::Core> project_options
                                   project_warnings)
    set_target_properties(test_headers_${kind} PROPERTIES AUTOMOC OFF)
    target_precompile_headers(test_headers_${kind} PRIVATE ${headers})
  endif()
  target_precompile_headers(${target} REUSE_FROM test_headers_${kind})
endfunction()
