# SPDX-License-Identifier: GPL-3.0-or-later
find_package(benchmark REQUIRED)
find_package(pugixml REQUIRED)
add_library(twin_bench_support STATIC support/CityGmlGenerator.cpp)
target_link_libraries(twin_bench_support PUBLIC twin_compile_options Qt6::Core)
add_executable(generate_citygml support/generate_citygml.cpp)
target_link_libraries(generate_citygml PRIVATE twin_bench_support)
add_executable(bench_citygml bench_citygml.cpp)
target_link_libraries(bench_citygml PRIVATE twin_adapter_citygml twin_bench_support benchmark::benchmark pugixml::pugixml)
