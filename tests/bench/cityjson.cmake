# SPDX-License-Identifier: GPL-3.0-or-later
find_package(simdjson REQUIRED)
add_executable(bench_cityjson bench_cityjson.cpp)
target_link_libraries(bench_cityjson PRIVATE twin_adapter_cityjson twin_compile_options benchmark::benchmark simdjson::simdjson)
