# The server over real HTTP, as real processes. Most tests use the program around scripted answers, so that time and content are known.
desk_executable(desk_scriptedserver
    SOURCES server_scripted.cpp server_scriptedturn.cpp server_scriptedturn.h
    USES Desk::localserver)
set_target_properties(desk_scriptedserver PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/tests)

add_library(desk_serverclient STATIC ${CMAKE_CURRENT_LIST_DIR}/server_client.cpp ${CMAKE_CURRENT_LIST_DIR}/server_client.h)
target_link_libraries(desk_serverclient PUBLIC desk_testserver Desk::wire Qt6::Network Qt6::Test PRIVATE desk_warnings)

# The tool server that the tests start: see its first lines.
desk_executable(desk_mcptestserver SOURCES ${CMAKE_CURRENT_LIST_DIR}/mcp_testserver.cpp USES Qt6::Core)
set_target_properties(desk_mcptestserver PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/tests)
desk_test(mcpclient SOURCES tst_mcpclient.cpp USES Desk::localserver DEPENDS desk_mcptestserver)
target_compile_definitions(tst_mcpclient PRIVATE DESK_MCP_TESTSERVER="${CMAKE_BINARY_DIR}/tests/desk_mcptestserver")

foreach(name IN ITEMS serverstart servertrust serverroutes serveragents servertools serverfiles serverstreams serverlife serverproviders
        serverworkflows serverexecutions)
    desk_test(${name} SOURCES tst_${name}.cpp USES desk_serverclient DEPENDS desk_scriptedserver agentdesk-localserver TIMEOUT 180)
    target_compile_definitions(tst_${name} PRIVATE DESK_SCRIPTED_SERVER="${CMAKE_BINARY_DIR}/tests/desk_scriptedserver")
endforeach()
target_link_libraries(tst_serverproviders PRIVATE desk_testfault)
target_link_libraries(tst_serverstart PRIVATE SQLite::SQLite3)
target_link_libraries(tst_serverroutes PRIVATE SQLite::SQLite3)
target_link_libraries(tst_serveragents PRIVATE SQLite::SQLite3)
target_compile_definitions(tst_servertools PRIVATE DESK_MCP_TESTSERVER="${CMAKE_BINARY_DIR}/tests/desk_mcptestserver")
add_dependencies(tst_servertools desk_mcptestserver)
target_compile_definitions(tst_serverexecutions PRIVATE DESK_MCP_TESTSERVER="${CMAKE_BINARY_DIR}/tests/desk_mcptestserver")
add_dependencies(tst_serverexecutions desk_mcptestserver)
desk_test(serverapproval SOURCES tst_serverapproval.cpp USES desk_serverclient desk_testmodel
    DEPENDS agentdesk-localserver desk_mcptestserver TIMEOUT 180)
target_compile_definitions(tst_serverapproval PRIVATE DESK_MCP_TESTSERVER="${CMAKE_BINARY_DIR}/tests/desk_mcptestserver")
desk_test(serverstore SOURCES tst_serverstore.cpp USES Desk::localserver)
