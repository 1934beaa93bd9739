# A scripted chat-completions endpoint on a real socket.
add_library(desk_testmodel STATIC ${CMAKE_CURRENT_LIST_DIR}/scriptedmodel.cpp ${CMAKE_CURRENT_LIST_DIR}/scriptedmodel.h)
target_include_directories(desk_testmodel PUBLIC ${CMAKE_SOURCE_DIR}/tests)
target_link_libraries(desk_testmodel PUBLIC Qt6::Network PRIVATE desk_warnings)
