# SQLite files on a disk that fails when it is told to.
add_library(desk_testdisk STATIC ${CMAKE_CURRENT_LIST_DIR}/failingdisk.cpp ${CMAKE_CURRENT_LIST_DIR}/failingdisk.h)
target_include_directories(desk_testdisk PUBLIC ${CMAKE_SOURCE_DIR}/tests)
target_link_libraries(desk_testdisk PUBLIC Qt6::Core PRIVATE SQLite::SQLite3 desk_warnings)
