#pragma once

#include <cstdio>
#include <cstdlib>

// A property that must hold for every input: libFuzzer keeps the input that breaks it.
inline void require(bool condition, const char *file = __builtin_FILE(), int line = __builtin_LINE())
{
    if (condition)
        return;
    std::fprintf(stderr, "%s:%d: the property does not hold\n", file, line);
    std::abort();
}
