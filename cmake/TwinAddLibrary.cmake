# SPDX-License-Identifier: GPL-3.0-or-later
#
# twin_add_library(<name> DIRECTORY <dir> ALLOW <targets…> [PUBLIC <libs…>] [PRIVATE <libs…>])
#
# A static library of all .cpp files below its directory. ALLOW is the layering rule of docs/architecture.md: a project
# target that is linked but not allowed stops the configure step. Third-party libraries are not restricted here, but
# belong under PRIVATE unless a public header needs them.

add_library(twin_compile_options INTERFACE)
target_compile_features(twin_compile_options INTERFACE cxx_std_20)
target_compile_definitions(twin_compile_options INTERFACE QT_NO_CAST_FROM_ASCII QT_NO_FOREACH QT_NO_KEYWORDS)
if(NOT MSVC)
  target_compile_options(twin_compile_options INTERFACE -Wall -Wextra -Wshadow -Wnon-virtual-dtor -Woverloaded-virtual)
endif()

function(twin_check_layering target allowed libraries)
  foreach(library IN LISTS libraries)
    if(library MATCHES "^twin_" AND NOT library STREQUAL "twin_compile_options" AND NOT library IN_LIST allowed)
      message(FATAL_ERROR "Layering: ${target} may not use ${library}. Allowed: ${allowed}. See docs/architecture.md.")
    endif()
  endforeach()
endfunction()

# twin_link_libraries(<target> ALLOW <targets…> [PUBLIC <libs…>]): the same rule for a library that another command made.
function(twin_link_libraries target)
  cmake_parse_arguments(ARG "" "" "ALLOW;PUBLIC" ${ARGN})
  twin_check_layering(${target} "${ARG_ALLOW}" "${ARG_PUBLIC}")
  target_link_libraries(${target} PUBLIC twin_compile_options ${ARG_PUBLIC})
endfunction()

function(twin_add_library target)
  cmake_parse_arguments(ARG "" "DIRECTORY" "ALLOW;PUBLIC;PRIVATE" ${ARGN})
  if(NOT ARG_DIRECTORY)
    set(ARG_DIRECTORY ${CMAKE_CURRENT_SOURCE_DIR})
  endif()
  twin_check_layering(${target} "${ARG_ALLOW}" "${ARG_PUBLIC};${ARG_PRIVATE}")
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${ARG_DIRECTORY}/*.cpp ${ARG_DIRECTORY}/*.h)
  add_library(${target} STATIC ${sources})
  set_target_properties(${target} PROPERTIES LINKER_LANGUAGE CXX)
  target_include_directories(${target} PUBLIC ${PROJECT_SOURCE_DIR} ${PROJECT_SOURCE_DIR}/data-adapters)
  target_link_libraries(${target} PUBLIC twin_compile_options ${ARG_PUBLIC} PRIVATE ${ARG_PRIVATE})
endfunction()

# twin_add_test(<name> SOURCES <files…> LIBRARIES <targets…> [LABELS <labels…>] [GUI] [PROGRAM <target>])
#
# One QTest executable = one CTest test. Tests that need files of ../shared find them through TWIN_SHARED_DIR and skip
# where it is absent. GUI runs the test below xvfb. PROGRAM names an executable that several tests run, each in its own
# environment; the first one builds it.
set(twin_sanitizer_environment "UBSAN_OPTIONS=print_stacktrace=1"
  "ASAN_OPTIONS=detect_stack_use_after_return=1"
  "LSAN_OPTIONS=suppressions=${PROJECT_SOURCE_DIR}/tests/lsan.supp:print_suppressions=0"
  "TSAN_OPTIONS=suppressions=${PROJECT_SOURCE_DIR}/tests/tsan.supp:print_suppressions=0:die_after_fork=0")
function(twin_add_test name)
  cmake_parse_arguments(ARG "GUI" "PROGRAM" "SOURCES;LIBRARIES;LABELS" ${ARGN})
  if(NOT ARG_PROGRAM)
    set(ARG_PROGRAM ${name})
  endif()
  if(NOT TARGET ${ARG_PROGRAM})
    add_executable(${ARG_PROGRAM} ${ARG_SOURCES})
    target_link_libraries(${ARG_PROGRAM} PRIVATE twin_compile_options Qt6::Test ${ARG_LIBRARIES})
    target_include_directories(${ARG_PROGRAM} PRIVATE ${PROJECT_SOURCE_DIR} ${PROJECT_SOURCE_DIR}/data-adapters ${PROJECT_SOURCE_DIR}/tests)
    if(TWIN_SANITIZE)
      target_sources(${ARG_PROGRAM} PRIVATE ${PROJECT_SOURCE_DIR}/tests/support/KeepLibrariesLoaded.cpp)
    endif()
    target_compile_definitions(${ARG_PROGRAM} PRIVATE
      TWIN_SHARED_DIR="${PROJECT_SOURCE_DIR}/../shared" TWIN_SOURCE_DIR="${PROJECT_SOURCE_DIR}" TWIN_TEST_DATA="${PROJECT_SOURCE_DIR}/tests/data")
  endif()
  add_test(NAME ${name} COMMAND $<$<BOOL:${ARG_GUI}>:${PROJECT_SOURCE_DIR}/scripts/with-display> $<TARGET_FILE:${ARG_PROGRAM}> COMMAND_EXPAND_LISTS)
  set(environment "LC_ALL=C.UTF-8;TZ=UTC;QT_LOGGING_RULES=qt.qpa.*=false;${twin_sanitizer_environment}")
  if(NOT ARG_GUI)
    # No window system, wherever it runs: what such a test draws (symbols, text) it draws off screen.
    list(APPEND environment QT_QPA_PLATFORM=offscreen)
  endif()
  set_tests_properties(${name} PROPERTIES LABELS "${ARG_LABELS}" TIMEOUT 300 ENVIRONMENT "${environment}")
endfunction()
