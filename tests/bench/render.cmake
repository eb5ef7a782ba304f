# SPDX-License-Identifier: GPL-3.0-or-later
add_executable(bench_frame ${CMAKE_CURRENT_LIST_DIR}/bench_frame.cpp)
target_link_libraries(bench_frame PRIVATE twin_compile_options twin_render_support twin_adapter_tiles3d)
if(EXISTS ${PROJECT_SOURCE_DIR}/data-adapters/tiles3d/Tileset.cpp)
  target_compile_definitions(bench_frame PRIVATE TWIN_HAS_TILES3D)
endif()
