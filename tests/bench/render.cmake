# SPDX-License-Identifier: GPL-3.0-or-later
foreach(bench bench_frame bench_pick)
  add_executable(${bench} ${CMAKE_CURRENT_LIST_DIR}/${bench}.cpp)
  target_link_libraries(${bench} PRIVATE twin_compile_options twin_render_support twin_adapter_tiles3d)
endforeach()
