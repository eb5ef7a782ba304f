# SPDX-License-Identifier: GPL-3.0-or-later
add_library(twin_bench_render_support STATIC ${CMAKE_CURRENT_LIST_DIR}/support/BenchCity.cpp ${CMAKE_CURRENT_LIST_DIR}/support/BenchCity.h)
target_link_libraries(twin_bench_render_support PUBLIC twin_compile_options twin_render_support twin_adapter_tiles3d)
foreach(bench bench_frame bench_pick)
  add_executable(${bench} ${CMAKE_CURRENT_LIST_DIR}/${bench}.cpp)
  target_link_libraries(${bench} PRIVATE twin_bench_render_support)
endforeach()
# In the program's own window; run it below scripts/with-display.
add_executable(bench_window ${CMAKE_CURRENT_LIST_DIR}/bench_window.cpp)
target_link_libraries(bench_window PRIVATE twin_bench_render_support twin_window Qt6::Test)
find_package(PkgConfig REQUIRED)
pkg_check_modules(MOSQUITTO REQUIRED IMPORTED_TARGET libmosquitto)
add_executable(bench_live ${CMAKE_CURRENT_LIST_DIR}/bench_live.cpp ${PROJECT_SOURCE_DIR}/tests/net/MosquittoBroker.cpp)
target_link_libraries(bench_live PRIVATE twin_bench_render_support twin_window twin_services Qt6::Test PkgConfig::MOSQUITTO)
