# Warnings for our own targets only; system headers stay quiet.
add_library(desk_warnings INTERFACE)
if(MSVC)
    target_compile_options(desk_warnings INTERFACE /W4 /permissive- /utf-8)
    if(DESK_WERROR)
        target_compile_options(desk_warnings INTERFACE /WX)
    endif()
else()
    target_compile_options(desk_warnings INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wnon-virtual-dtor)
    if(DESK_WERROR)
        target_compile_options(desk_warnings INTERFACE -Werror)
    endif()
endif()
target_compile_definitions(desk_warnings INTERFACE
    QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_CAST_FROM_BYTEARRAY QT_NO_URL_CAST_FROM_STRING
    QT_NO_FOREACH QT_NO_KEYWORDS QT_NO_NARROWING_CONVERSIONS_IN_CONNECT QT_NO_CONTEXTLESS_CONNECT
    QT_DISABLE_DEPRECATED_BEFORE=0x060400)
