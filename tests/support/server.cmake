# Starts the real local server with a data folder of its own.
add_library(desk_testserver STATIC ${CMAKE_CURRENT_LIST_DIR}/localserverprocess.cpp ${CMAKE_CURRENT_LIST_DIR}/localserverprocess.h)
target_include_directories(desk_testserver PUBLIC ${CMAKE_SOURCE_DIR}/tests)
target_compile_definitions(desk_testserver PRIVATE DESK_BIN_DIR="${CMAKE_BINARY_DIR}/bin")
target_link_libraries(desk_testserver PUBLIC Qt6::Core PRIVATE desk_warnings)
