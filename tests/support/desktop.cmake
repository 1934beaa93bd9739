if(CMAKE_SYSTEM_NAME STREQUAL "Linux")
    add_library(desk_testdesktop STATIC
        ${CMAKE_CURRENT_LIST_DIR}/notificationmock.cpp ${CMAKE_CURRENT_LIST_DIR}/notificationmock.h
        ${CMAKE_CURRENT_LIST_DIR}/portalmock.cpp ${CMAKE_CURRENT_LIST_DIR}/portalmock.h
        ${CMAKE_CURRENT_LIST_DIR}/sessionbus.h)
    target_include_directories(desk_testdesktop PUBLIC ${CMAKE_SOURCE_DIR}/tests ${CMAKE_SOURCE_DIR}/src)
    target_link_libraries(desk_testdesktop PUBLIC Qt6::DBus PRIVATE desk_warnings)
endif()
