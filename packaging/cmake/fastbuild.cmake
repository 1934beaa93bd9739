# ccache and lld are used where they are installed; nothing depends on them.
find_program(DESK_CCACHE ccache)
if(DESK_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
    # Without these ccache does not keep what was compiled with a precompiled header.
    set(CMAKE_C_COMPILER_LAUNCHER ${CMAKE_COMMAND} -E env CCACHE_SLOPPINESS=pch_defines,time_macros ${DESK_CCACHE})
    set(CMAKE_CXX_COMPILER_LAUNCHER ${CMAKE_C_COMPILER_LAUNCHER})
endif()
find_program(DESK_LLD ld.lld)
if(DESK_LLD AND UNIX AND NOT APPLE)
    add_link_options(-fuse-ld=lld)
endif()

# Q_ASSERT also in optimised builds: the build that is tested is the build that is worked with.
option(DESK_ASSERTS "Keep Q_ASSERT in builds without debug configuration" OFF)
if(DESK_ASSERTS)
    add_compile_definitions(QT_FORCE_ASSERTS)
endif()

# Qt's headers are most of what the compiler reads: read once for each layer, a whole build takes half the time. Only Qt's: of our own
# headers every file names what it uses, and "make clang", which has none of this, shows where one does not.
option(DESK_PCH "Precompile Qt's headers" ON)
if(DESK_PCH)
    if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
        add_compile_options(-fpch-preprocess) # for ccache
    endif()
endif()

# desk_precompile(<target> [UNOPTIMISED] <header>…): the Qt modules that the target's layer may use, no more. Layers that may use the same
# share what was compiled first: a precompiled header takes twenty seconds and 240 MB. UNOPTIMISED: the target is compiled without
# optimisation in everyday builds, as is good for what is compiled more often than it runs.
function(desk_precompile target)
    cmake_parse_arguments(A "UNOPTIMISED" "" "" ${ARGN})
    set(headers ${A_UNPARSED_ARGUMENTS})
    if(A_UNOPTIMISED)
        target_compile_options(${target} PRIVATE ${DESK_UNOPTIMISED})
    endif()
    if(DESK_PCH AND headers)
        string(MAKE_C_IDENTIFIER "desk_pch_${A_UNOPTIMISED}_${headers}" key)
        get_property(owner GLOBAL PROPERTY ${key})
        if(NOT owner AND A_UNOPTIMISED)
            desk_precompiled_alone(${key} ${headers})
            set(owner ${key})
        endif()
        if(owner)
            target_precompile_headers(${target} REUSE_FROM ${owner})
        else()
            set(owner ${target})
            desk_precompile_here(${target} ${headers})
        endif()
        set_property(GLOBAL PROPERTY ${key} ${owner})
    endif()
endfunction()

set(DESK_UNOPTIMISED $<$<AND:$<CONFIG:RelWithDebInfo>,$<CXX_COMPILER_ID:GNU,Clang>>:-O0>)

function(desk_precompile_here target)
    set(headers ${ARGN})
    list(TRANSFORM headers REPLACE "(.+)" "<\\1>")
    target_precompile_headers(${target} PRIVATE ${headers})
endfunction()

# For tests: what one of them precompiles is of no use to another, for Qt defines something of its own for each (QT_TESTCASE_BUILDDIR).
function(desk_precompiled_alone target)
    file(CONFIGURE OUTPUT ${CMAKE_BINARY_DIR}/precompiled.cpp CONTENT "// Only its precompiled header is wanted.\n")
    add_library(${target} OBJECT ${CMAKE_BINARY_DIR}/precompiled.cpp)
    foreach(header IN LISTS ARGN)
        string(REGEX REPLACE "^Qt" "Qt6::" module ${header})
        target_link_libraries(${target} PRIVATE ${module})
    endforeach()
    target_link_libraries(${target} PRIVATE desk_warnings)
    target_compile_options(${target} PRIVATE ${DESK_UNOPTIMISED})
    set_target_properties(${target} PROPERTIES AUTOMOC OFF AUTOUIC OFF AUTORCC OFF)
    desk_precompile_here(${target} ${ARGN})
endfunction()
