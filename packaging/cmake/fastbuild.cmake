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

# desk_precompile(<target> <header>…): the Qt modules that the target's layer may use, no more. Layers that may use the same share what was
# compiled first: a precompiled header takes twenty seconds and 240 MB.
function(desk_precompile target)
    if(DESK_PCH AND ARGN)
        string(MAKE_C_IDENTIFIER "DESK_PCH_OF_${ARGN}" key)
        get_property(owner GLOBAL PROPERTY ${key})
        if(owner)
            target_precompile_headers(${target} REUSE_FROM ${owner})
        else()
            set(headers ${ARGN})
            list(TRANSFORM headers REPLACE "(.+)" "<\\1>")
            target_precompile_headers(${target} PRIVATE ${headers})
            set_property(GLOBAL PROPERTY ${key} ${target})
        endif()
    endif()
endfunction()
