# A scriptable HTTP server on real sockets that can do what servers should not.
add_library(desk_testfault STATIC ${CMAKE_CURRENT_LIST_DIR}/faultserver.cpp ${CMAKE_CURRENT_LIST_DIR}/faultserver.h)
target_include_directories(desk_testfault PUBLIC ${CMAKE_SOURCE_DIR}/tests)
target_link_libraries(desk_testfault PUBLIC Qt6::Network PRIVATE desk_warnings)
