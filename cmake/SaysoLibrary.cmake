# One folder of src/ is one static target.

# Adds src/<folder> for each named folder that has a CMakeLists.txt (all, or those of SAYSO_FOLDERS).
macro(sayso_folders)
  foreach(folder IN ITEMS ${ARGN})
    if(SAYSO_FOLDERS AND NOT folder IN_LIST SAYSO_FOLDERS)
      continue()
    endif()
    if(EXISTS "${CMAKE_SOURCE_DIR}/src/${folder}/CMakeLists.txt")
      add_subdirectory(src/${folder})
    endif()
  endforeach()
endmacro()

# sayso_library(text FILES utf8.cc quotes.cc DEPENDS base LINK utf8proc)
# Makes the static library sayso_text. DEPENDS names folders of src/; LINK names packages (cmake/SaysoPackages.cmake).
function(sayso_library folder)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "FILES;DEPENDS;LINK")
  if(arg_UNPARSED_ARGUMENTS OR NOT arg_FILES)
    message(FATAL_ERROR "sayso_library(${folder}): FILES missing, or unknown words: ${arg_UNPARSED_ARGUMENTS}")
  endif()
  set(target sayso_${folder})
  add_library(${target} STATIC ${arg_FILES})
  target_include_directories(${target} PUBLIC "${CMAKE_SOURCE_DIR}/include" "${CMAKE_SOURCE_DIR}/src")
  foreach(other IN LISTS arg_DEPENDS)
    if(NOT TARGET sayso_${other})
      message(FATAL_ERROR "src/${folder} depends on src/${other}, which is not built"
                          " (SAYSO_FOLDERS=${SAYSO_FOLDERS}; order: root CMakeLists.txt)")
    endif()
    target_link_libraries(${target} PUBLIC sayso_${other})
  endforeach()
  foreach(name IN LISTS arg_LINK)
    sayso_package(${name} package)
    target_link_libraries(${target} PUBLIC ${package})
  endforeach()
  sayso_precompile(${target} sayso_base)
  set_property(GLOBAL APPEND PROPERTY SAYSO_LIBRARIES ${target})
endfunction()

# Builds with sanitizers, which every check before a change makes anew, read the standard library's headers once for all
# libraries (from `first`, a target itself or one that has them). A release build does not: there each file must include what it uses.
function(sayso_precompile target first)
  if(NOT SAYSO_SANITIZE)
    return()
  endif()
  if(target STREQUAL first)
    target_precompile_headers(${target} PRIVATE <algorithm> <array> <charconv> <cmath> <functional> <map> <memory>
                              <optional> <ranges> <set> <sstream> <string> <string_view> <unordered_map> <unordered_set>
                              <utility> <variant> <vector> ${ARGN})
  else()
    target_precompile_headers(${target} REUSE_FROM ${first})
  endif()
endfunction()

# Each fuzz/<name>.cc becomes the program fuzz_<name>, linked with every folder.
function(sayso_fuzz_targets)
  get_property(libraries GLOBAL PROPERTY SAYSO_LIBRARIES)
  file(GLOB sources CONFIGURE_DEPENDS "${CMAKE_SOURCE_DIR}/fuzz/*.cc")
  foreach(source IN LISTS sources)
    get_filename_component(name "${source}" NAME_WE)
    add_executable(fuzz_${name} "${source}")
    target_link_options(fuzz_${name} PRIVATE -fsanitize=fuzzer)
    target_link_libraries(fuzz_${name} PRIVATE ${libraries})
  endforeach()
endfunction()
