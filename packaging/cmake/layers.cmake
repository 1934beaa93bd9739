# desk_layer(<name> SOURCES … USES … PRECOMPILE <Qt modules' headers>): one static library per layer, alias Desk::<name>.
# A layer sees only the include paths of what it USES, so an upward include of a Qt module does not compile;
# upward includes of our own headers are caught by tests/layering.
function(desk_layer name)
    cmake_parse_arguments(A "" "" "SOURCES;USES;PRECOMPILE" ${ARGN})
    add_library(desk_${name} STATIC ${A_SOURCES})
    add_library(Desk::${name} ALIAS desk_${name})
    target_include_directories(desk_${name} PUBLIC ${CMAKE_SOURCE_DIR}/src)
    target_link_libraries(desk_${name} PUBLIC ${A_USES} PRIVATE desk_warnings)
    desk_precompile(desk_${name} ${A_PRECOMPILE})
    set_property(GLOBAL APPEND PROPERTY DESK_TARGETS desk_${name})
endfunction()

# desk_executable(<target> SOURCES … USES …): a program in build/bin.
function(desk_executable target)
    cmake_parse_arguments(A "" "" "SOURCES;USES" ${ARGN})
    add_executable(${target} ${A_SOURCES})
    target_link_libraries(${target} PRIVATE ${A_USES} desk_warnings)
    set_property(GLOBAL APPEND PROPERTY DESK_TARGETS ${target})
endfunction()

# desk_test(<name> SOURCES … USES … [DATA]): a Qt Test program tst_<name>, run offscreen by CTest.
function(desk_test name)
    cmake_parse_arguments(A "" "TIMEOUT" "SOURCES;USES;DEPENDS" ${ARGN})
    add_executable(tst_${name} ${A_SOURCES})
    target_include_directories(tst_${name} PRIVATE ${CMAKE_SOURCE_DIR}/tests)
    target_link_libraries(tst_${name} PRIVATE ${A_USES} Qt6::Test desk_warnings)
    if(A_USES MATCHES "Desk::(gui|app)")
        desk_precompile_like(tst_${name} desk_guitestheaders)
    elseif(A_USES MATCHES "Desk::(api|auth|state|localserver)|desk_serverclient")
        desk_precompile_like(tst_${name} desk_testheaders)
    endif()
    target_compile_definitions(tst_${name} PRIVATE DESK_TEST_DATA="${CMAKE_SOURCE_DIR}/tests/data" DESK_BIN_DIR="${CMAKE_BINARY_DIR}/bin")
    set_target_properties(tst_${name} PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/tests)
    if(A_DEPENDS)
        add_dependencies(tst_${name} ${A_DEPENDS})
    endif()
    add_test(NAME ${name} COMMAND tst_${name})
    if(NOT A_TIMEOUT)
        set(A_TIMEOUT 120)
    endif()
    set_tests_properties(${name} PROPERTIES TIMEOUT ${A_TIMEOUT} ENVIRONMENT
        "QT_QPA_PLATFORM=offscreen;QT_FORCE_ASSERTS=1;LC_ALL=C.UTF-8;QT_LOGGING_RULES=qt.qpa.*=false;UBSAN_OPTIONS=print_stacktrace=1")
endfunction()
