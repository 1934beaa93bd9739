if(CMAKE_SYSTEM_NAME STREQUAL "Linux")
    add_library(desk_testsecrets STATIC ${CMAKE_CURRENT_LIST_DIR}/secretservicemock.cpp ${CMAKE_CURRENT_LIST_DIR}/secretservicemock.h
        ${CMAKE_CURRENT_LIST_DIR}/sessionbus.h)
    target_include_directories(desk_testsecrets PUBLIC ${CMAKE_SOURCE_DIR}/tests)
    target_link_libraries(desk_testsecrets PUBLIC Qt6::DBus PRIVATE desk_warnings)
endif()
