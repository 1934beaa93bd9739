# A scriptable HTTP server on real sockets that can do what servers should not.
find_package(ZLIB REQUIRED)
add_library(desk_testfault STATIC
    ${CMAKE_CURRENT_LIST_DIR}/answerwriter.cpp ${CMAKE_CURRENT_LIST_DIR}/answerwriter.h
    ${CMAKE_CURRENT_LIST_DIR}/bearercheck.cpp ${CMAKE_CURRENT_LIST_DIR}/bearercheck.h
    ${CMAKE_CURRENT_LIST_DIR}/chatload.cpp ${CMAKE_CURRENT_LIST_DIR}/chatload.h
    ${CMAKE_CURRENT_LIST_DIR}/faultconnection.cpp ${CMAKE_CURRENT_LIST_DIR}/faultconnection.h
    ${CMAKE_CURRENT_LIST_DIR}/faultserver.cpp ${CMAKE_CURRENT_LIST_DIR}/faultserver.h
    ${CMAKE_CURRENT_LIST_DIR}/gateway.cpp ${CMAKE_CURRENT_LIST_DIR}/gateway.h
    ${CMAKE_CURRENT_LIST_DIR}/gzip.cpp ${CMAKE_CURRENT_LIST_DIR}/gzip.h
    ${CMAKE_CURRENT_LIST_DIR}/identityserver.cpp ${CMAKE_CURRENT_LIST_DIR}/identityserver.h
    ${CMAKE_CURRENT_LIST_DIR}/memoryuse.cpp ${CMAKE_CURRENT_LIST_DIR}/memoryuse.h
    ${CMAKE_CURRENT_LIST_DIR}/proxyconnection.cpp ${CMAKE_CURRENT_LIST_DIR}/proxyconnection.h
    ${CMAKE_CURRENT_LIST_DIR}/proxyserver.cpp ${CMAKE_CURRENT_LIST_DIR}/proxyserver.h
    ${CMAKE_CURRENT_LIST_DIR}/rawsocket.cpp ${CMAKE_CURRENT_LIST_DIR}/rawsocket.h
    ${CMAKE_CURRENT_LIST_DIR}/recording.cpp ${CMAKE_CURRENT_LIST_DIR}/recording.h
    ${CMAKE_CURRENT_LIST_DIR}/relay.cpp ${CMAKE_CURRENT_LIST_DIR}/relay.h
    ${CMAKE_CURRENT_LIST_DIR}/requestreader.cpp ${CMAKE_CURRENT_LIST_DIR}/requestreader.h
    ${CMAKE_CURRENT_LIST_DIR}/scripted.cpp ${CMAKE_CURRENT_LIST_DIR}/scripted.h
    ${CMAKE_CURRENT_LIST_DIR}/teamserver.cpp ${CMAKE_CURRENT_LIST_DIR}/teamserver.h
    ${CMAKE_CURRENT_LIST_DIR}/teamagents.cpp ${CMAKE_CURRENT_LIST_DIR}/teamagents.h
    ${CMAKE_CURRENT_LIST_DIR}/teamstore.cpp ${CMAKE_CURRENT_LIST_DIR}/teamstore.h
    ${CMAKE_CURRENT_LIST_DIR}/tlsserver.cpp ${CMAKE_CURRENT_LIST_DIR}/tlsserver.h)
target_compile_definitions(desk_testfault PRIVATE DESK_TEST_DATA="${CMAKE_SOURCE_DIR}/tests/data")
desk_precompile(desk_testfault QtCore QtNetwork)
target_include_directories(desk_testfault PUBLIC ${CMAKE_SOURCE_DIR}/tests)
target_link_libraries(desk_testfault PUBLIC Qt6::Network PRIVATE ZLIB::ZLIB desk_warnings)
if(WIN32)
    target_link_libraries(desk_testfault PRIVATE ws2_32)
endif()

desk_test(support_tlsserver SOURCES ${CMAKE_CURRENT_LIST_DIR}/tst_tlsserver.cpp USES desk_testfault)

# The faults themselves are proven with a client that sees what is on the wire.
if(UNIX)
    add_library(desk_testrawclient STATIC ${CMAKE_CURRENT_LIST_DIR}/rawclient.cpp ${CMAKE_CURRENT_LIST_DIR}/rawclient.h)
    target_link_libraries(desk_testrawclient PUBLIC desk_testfault PRIVATE desk_warnings)
    desk_test(support_faultserver SOURCES ${CMAKE_CURRENT_LIST_DIR}/tst_faultserver.cpp USES desk_testrawclient)
    desk_test(support_faultanswers SOURCES ${CMAKE_CURRENT_LIST_DIR}/tst_faultanswers.cpp USES desk_testrawclient ZLIB::ZLIB)
    desk_test(support_gateway SOURCES ${CMAKE_CURRENT_LIST_DIR}/tst_gateway.cpp USES desk_testrawclient)
    desk_test(support_teamserver SOURCES ${CMAKE_CURRENT_LIST_DIR}/tst_teamserver.cpp USES desk_testrawclient)
    desk_test(support_proxyserver SOURCES ${CMAKE_CURRENT_LIST_DIR}/tst_proxyserver.cpp USES desk_testrawclient)
endif()
