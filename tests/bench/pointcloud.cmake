# SPDX-License-Identifier: GPL-3.0-or-later
find_package(benchmark REQUIRED)
add_executable(bench_pointcloud bench_pointcloud.cpp)
target_link_libraries(bench_pointcloud PRIVATE twin_compile_options twin_adapter_pointcloud benchmark::benchmark)
target_compile_definitions(bench_pointcloud PRIVATE TWIN_TEST_DATA="${PROJECT_SOURCE_DIR}/tests/data")
