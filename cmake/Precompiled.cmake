# SPDX-License-Identifier: MPL-2.0
# Half of the time that a file takes to compile goes into the headers that all include, so they are compiled once for
# each library and once for the tests. The preset "bench" does without: it proves that each file includes what it uses.
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

# What nearly all tests of a kind include on top of that.
set(_test_headers <QTest> <QSignalSpy> <QFile> <QTemporaryDir>)
set(_client_headers <QPointer> <QTcpServer> <QTcpSocket> <tc/client.h> <tc/pagedreply.h> <tc/queue.h> <tc/reply.h>)

# A test shares the headers of all tests of its kind in its folder: those that use Qt Core alone, libtc, or widgets.
# Qt Test defines macros that are another in each folder, and looks at those of Qt's other libraries.
function(precompile_test target)
  if(NOT TC_PRECOMPILE)
    return()
  endif()
  get_filename_component(folder "${CMAKE_CURRENT_SOURCE_DIR}" NAME)
  set(clients ${ARGN})
  list(FILTER clients INCLUDE REGEX "^(tc|tc_live|app_core|demo|demo_fixture)$")
  set(kind core)
  set(library Qt6::Core)
  set(headers ${_core_headers} ${_test_headers})
  if("app_ui" IN_LIST ARGN OR "ui_test_support" IN_LIST ARGN)
    set(kind widgets)
    set(library app_ui)
    list(APPEND headers ${_network_headers} ${_widget_headers} ${_client_headers})
  elseif(clients)
    set(kind client)
    set(library tc)
    list(APPEND headers ${_network_headers} ${_client_headers})
  elseif(NOT ARGN STREQUAL "Qt6::Core")
    return() # what else it uses is not known here
  endif()
  set(shared headers_${folder}_${kind})
  if(NOT TARGET ${shared})
    file(WRITE "${CMAKE_BINARY_DIR}/nothing.cpp" "")
    add_library(${shared} OBJECT "${CMAKE_BINARY_DIR}/nothing.cpp")
    target_link_libraries(${shared} PRIVATE ${library} Qt6::Test project_options project_warnings)
    set_target_properties(${shared} PROPERTIES AUTOMOC OFF)
    target_precompile_headers(${shared} PRIVATE ${headers})
  endif()
  target_precompile_headers(${target} REUSE_FROM ${shared})
endfunction()
