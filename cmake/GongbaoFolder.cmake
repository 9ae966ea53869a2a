# SPDX-License-Identifier: Apache-2.0
# gongbao_folder(<name> SOURCES … LINKS … [PRIVATE_LINKS …])
#   One folder, one library: gongbao_<name>, alias gongbao::<name>. Includes are written from the repository's root.
#   Where the preset says so (all but dev), eight sources are compiled as one: reading the standard library and making its
#   templates eight times is most of the work. Names in their anonymous namespaces must differ then; the compiler says where not.
# gongbao_test(<name> SOURCES … LINKS …)
#   One folder of tests, one program. Not optimised: compiling GoogleTest's templates takes longer than running them.
#   Each source by itself: tests name their helpers as they like.
add_library(gongbao_warnings INTERFACE)
target_compile_options(gongbao_warnings INTERFACE
  -Wall -Wextra -Wpedantic -Wconversion -Wshadow -Wnon-virtual-dtor -Wold-style-cast
  # GCC 12 warns of "literal" + std::string&& without cause (GCC PR 105651).
  $<$<AND:$<CXX_COMPILER_ID:GNU>,$<VERSION_LESS:$<CXX_COMPILER_VERSION>,13>>:-Wno-restrict>)

function(gongbao_folder name)
  cmake_parse_arguments(ARG "" "" "SOURCES;LINKS;PRIVATE_LINKS" ${ARGN})
  add_library(gongbao_${name} STATIC ${ARG_SOURCES})
  add_library(gongbao::${name} ALIAS gongbao_${name})
  target_include_directories(gongbao_${name} PUBLIC "${PROJECT_SOURCE_DIR}")
  target_link_libraries(gongbao_${name} PUBLIC ${ARG_LINKS} PRIVATE ${ARG_PRIVATE_LINKS} gongbao_warnings)
endfunction()

function(gongbao_test name)
  cmake_parse_arguments(ARG "" "" "SOURCES;LINKS" ${ARGN})
  add_executable(${name}_tests ${ARG_SOURCES})
  target_link_libraries(${name}_tests PRIVATE ${ARG_LINKS} gongbao_warnings GTest::gtest GTest::gmock GTest::gtest_main)
  target_compile_options(${name}_tests PRIVATE -O0)
  set_target_properties(${name}_tests PROPERTIES UNITY_BUILD OFF)
  # Only where it is named, or the header that names it, so that a compiler cache serves every checkout.
  foreach(source ${ARG_SOURCES})
    file(READ ${source} text)
    if(text MATCHES "GONGBAO_SOURCE_DIR|tests/worded.hpp")
      set_property(SOURCE ${source} APPEND PROPERTY
        COMPILE_DEFINITIONS GONGBAO_SOURCE_DIR="${PROJECT_SOURCE_DIR}")
    endif()
  endforeach()
  gtest_discover_tests(${name}_tests DISCOVERY_TIMEOUT 60 PROPERTIES TIMEOUT 300)
endfunction()
