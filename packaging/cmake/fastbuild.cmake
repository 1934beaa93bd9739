# ccache and lld are used where they are installed; nothing depends on them.
find_program(DESK_CCACHE ccache)
if(DESK_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
    set(CMAKE_C_COMPILER_LAUNCHER ${DESK_CCACHE})
    set(CMAKE_CXX_COMPILER_LAUNCHER ${DESK_CCACHE})
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
