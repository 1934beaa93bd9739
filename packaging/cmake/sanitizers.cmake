if(DESK_SANITIZE)
    add_compile_options(-fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer)
    add_link_options(-fsanitize=address,undefined)
endif()

# libFuzzer needs coverage in all of our code, and its main() only in the fuzz programs (see tests/fuzz).
option(DESK_FUZZ "Build the libFuzzer programs (clang only)" OFF)
if(DESK_FUZZ)
    add_compile_options(-fsanitize=fuzzer-no-link)
endif()
