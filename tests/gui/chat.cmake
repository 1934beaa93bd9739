desk_test(markdown SOURCES ${CMAKE_CURRENT_LIST_DIR}/tst_markdown.cpp USES Desk::gui)
desk_test(transcript SOURCES ${CMAKE_CURRENT_LIST_DIR}/tst_transcript.cpp USES Desk::gui)
desk_test(approval SOURCES ${CMAKE_CURRENT_LIST_DIR}/tst_approval.cpp ${CMAKE_CURRENT_LIST_DIR}/testdialogs.h USES Desk::gui desk_testfault)
desk_test(chatpage SOURCES ${CMAKE_CURRENT_LIST_DIR}/tst_chatpage.cpp ${CMAKE_CURRENT_LIST_DIR}/testdialogs.h USES Desk::gui desk_testfault)
desk_test(messagecontent SOURCES ${CMAKE_CURRENT_LIST_DIR}/tst_messagecontent.cpp USES Desk::gui)
desk_test(wideblocks SOURCES ${CMAKE_CURRENT_LIST_DIR}/tst_wideblocks.cpp ${CMAKE_CURRENT_LIST_DIR}/testdialogs.h USES Desk::gui)
desk_test(codeblocks SOURCES ${CMAKE_CURRENT_LIST_DIR}/tst_codeblocks.cpp USES Desk::gui)
desk_test(transcriptwork SOURCES ${CMAKE_CURRENT_LIST_DIR}/tst_transcriptwork.cpp ${CMAKE_CURRENT_LIST_DIR}/testdialogs.h USES Desk::gui)
desk_test(composerwork SOURCES ${CMAKE_CURRENT_LIST_DIR}/tst_composerwork.cpp ${CMAKE_CURRENT_LIST_DIR}/testdialogs.h USES Desk::gui desk_testfault)
desk_test(agentchat SOURCES ${CMAKE_CURRENT_LIST_DIR}/tst_agentchat.cpp ${CMAKE_CURRENT_LIST_DIR}/testdialogs.h USES Desk::gui desk_testfault)
desk_test(composer SOURCES ${CMAKE_CURRENT_LIST_DIR}/tst_composer.cpp ${CMAKE_CURRENT_LIST_DIR}/testdialogs.h USES Desk::gui desk_testfault)
desk_test(attachments SOURCES ${CMAKE_CURRENT_LIST_DIR}/tst_attachments.cpp ${CMAKE_CURRENT_LIST_DIR}/testdialogs.h USES Desk::gui desk_testfault)
desk_test(turnactions SOURCES ${CMAKE_CURRENT_LIST_DIR}/tst_turnactions.cpp ${CMAKE_CURRENT_LIST_DIR}/../state/linearserver.h
    ${CMAKE_CURRENT_LIST_DIR}/testdialogs.h USES Desk::gui desk_testfault)
desk_test(conversationhead SOURCES ${CMAKE_CURRENT_LIST_DIR}/tst_conversationhead.cpp ${CMAKE_CURRENT_LIST_DIR}/../state/linearserver.h
    USES Desk::gui desk_testfault)
desk_test(richcopy SOURCES ${CMAKE_CURRENT_LIST_DIR}/tst_richcopy.cpp ${CMAKE_CURRENT_LIST_DIR}/rtfreader.h USES Desk::gui)
desk_test(conversations SOURCES ${CMAKE_CURRENT_LIST_DIR}/tst_conversations.cpp ${CMAKE_CURRENT_LIST_DIR}/testdialogs.h
    ${CMAKE_CURRENT_LIST_DIR}/accessibility.cpp ${CMAKE_CURRENT_LIST_DIR}/accessibility.h USES Desk::gui desk_testfault)
