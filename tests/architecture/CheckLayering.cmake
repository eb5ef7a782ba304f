# SPDX-License-Identifier: GPL-3.0-or-later
# Configures two tiny projects with the real cmake/TwinAddLibrary.cmake: one keeps the layering, one breaks it.
# usage: cmake -DSOURCE=<source tree> -DWORK=<scratch folder> -P CheckLayering.cmake

function(configure name allowed outcome output)
  set(project ${WORK}/${name})
  file(REMOVE_RECURSE ${project})
  foreach(folder IN ITEMS lower upper)
    file(WRITE ${project}/${folder}/${folder}.cpp "int ${folder}() { return 0; }\n")
  endforeach()
  file(WRITE ${project}/CMakeLists.txt "
cmake_minimum_required(VERSION 3.25)
project(${name} LANGUAGES CXX)
include(${SOURCE}/cmake/TwinAddLibrary.cmake)
twin_add_library(twin_lower DIRECTORY \${CMAKE_CURRENT_SOURCE_DIR}/lower)
twin_add_library(twin_upper DIRECTORY \${CMAKE_CURRENT_SOURCE_DIR}/upper ALLOW ${allowed} PRIVATE twin_lower)
")
  execute_process(COMMAND ${CMAKE_COMMAND} -S ${project} -B ${project}/build
    RESULT_VARIABLE result OUTPUT_VARIABLE out ERROR_VARIABLE err)
  set(${outcome} ${result} PARENT_SCOPE)
  set(${output} "${out}${err}" PARENT_SCOPE)
endfunction()

configure(kept twin_lower result output)
if(NOT result EQUAL 0)
  message(FATAL_ERROR "A project that keeps the layering does not configure:\n${output}")
endif()

configure(broken twin_other result output)
if(result EQUAL 0)
  message(FATAL_ERROR "A target links what it may not, and the configure step went through.")
endif()
if(NOT output MATCHES "Layering: twin_upper may not use twin_lower")
  message(FATAL_ERROR "The configure step failed, but not with the layering sentence:\n${output}")
endif()
