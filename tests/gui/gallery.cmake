# Pictures of every state, asserted while they are made: packaging/screenshots.sh.
add_library(desk_testgallery STATIC gallery/layoutcheck.cpp gallery/layoutcheck.h gallery/stage.cpp gallery/stage.h
    accessibility.cpp accessibility.h)
target_include_directories(desk_testgallery PUBLIC ${CMAKE_SOURCE_DIR}/tests)
target_link_libraries(desk_testgallery PUBLIC Desk::gui Desk::translations desk_testfault Qt6::Test PRIVATE desk_warnings)
desk_precompile(desk_testgallery QtNetwork QtWidgets)
target_compile_definitions(desk_testgallery PRIVATE DESK_VERSION="${PROJECT_VERSION}")
desk_test(gallerychat SOURCES gallery/tst_gallerychat.cpp ../state/linearserver.h USES Desk::gui desk_testgallery desk_testserver
    DEPENDS agentdesk-localserver TIMEOUT 400)
desk_test(gallerysending SOURCES gallery/tst_gallerysending.cpp USES Desk::gui desk_testgallery TIMEOUT 400)
desk_test(galleryagents SOURCES gallery/tst_galleryagents.cpp ../state/agentserver.h USES Desk::gui desk_testgallery TIMEOUT 400)
desk_test(galleryagentwork SOURCES gallery/tst_galleryagentwork.cpp ../state/scratchserver.h USES Desk::gui desk_testgallery TIMEOUT 400)
desk_test(gallerydesk SOURCES gallery/tst_gallerydesk.cpp USES Desk::gui desk_testgallery TIMEOUT 400)
desk_test(galleryworkflows SOURCES gallery/tst_galleryworkflows.cpp USES Desk::gui desk_testgallery TIMEOUT 400)
