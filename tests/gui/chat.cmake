desk_test(markdown SOURCES ${CMAKE_CURRENT_LIST_DIR}/tst_markdown.cpp USES Desk::gui)
desk_test(transcript SOURCES ${CMAKE_CURRENT_LIST_DIR}/tst_transcript.cpp USES Desk::gui)
desk_test(chatpage SOURCES ${CMAKE_CURRENT_LIST_DIR}/tst_chatpage.cpp ${CMAKE_CURRENT_LIST_DIR}/testdialogs.h USES Desk::gui desk_testfault)
