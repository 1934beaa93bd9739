# The chat page. Included by src/gui/CMakeLists.txt.
target_sources(desk_gui PRIVATE
    ${CMAKE_CURRENT_LIST_DIR}/chat/attachmentbar.cpp ${CMAKE_CURRENT_LIST_DIR}/chat/attachmentbar.h
    ${CMAKE_CURRENT_LIST_DIR}/chat/attachmentchip.cpp ${CMAKE_CURRENT_LIST_DIR}/chat/attachmentchip.h
    ${CMAKE_CURRENT_LIST_DIR}/chat/chatpage.cpp ${CMAKE_CURRENT_LIST_DIR}/chat/chatpage.h
    ${CMAKE_CURRENT_LIST_DIR}/chat/chatpageactions.cpp
    ${CMAKE_CURRENT_LIST_DIR}/chat/composer.cpp ${CMAKE_CURRENT_LIST_DIR}/chat/composer.h
    ${CMAKE_CURRENT_LIST_DIR}/chat/composeredit.cpp ${CMAKE_CURRENT_LIST_DIR}/chat/composeredit.h
    ${CMAKE_CURRENT_LIST_DIR}/chat/conversationdelegate.cpp ${CMAKE_CURRENT_LIST_DIR}/chat/conversationdelegate.h
    ${CMAKE_CURRENT_LIST_DIR}/chat/conversationpanel.cpp ${CMAKE_CURRENT_LIST_DIR}/chat/conversationpanel.h
    ${CMAKE_CURRENT_LIST_DIR}/chat/dropoverlay.cpp ${CMAKE_CURRENT_LIST_DIR}/chat/dropoverlay.h
    ${CMAKE_CURRENT_LIST_DIR}/chat/flowlayout.cpp ${CMAKE_CURRENT_LIST_DIR}/chat/flowlayout.h
    ${CMAKE_CURRENT_LIST_DIR}/chat/htmlentities.cpp ${CMAKE_CURRENT_LIST_DIR}/chat/htmlentities.h
    ${CMAKE_CURRENT_LIST_DIR}/chat/linkopener.cpp ${CMAKE_CURRENT_LIST_DIR}/chat/linkopener.h
    ${CMAKE_CURRENT_LIST_DIR}/chat/linkrule.cpp ${CMAKE_CURRENT_LIST_DIR}/chat/linkrule.h
    ${CMAKE_CURRENT_LIST_DIR}/chat/markdownbuilder.cpp ${CMAKE_CURRENT_LIST_DIR}/chat/markdownbuilder.h
    ${CMAKE_CURRENT_LIST_DIR}/chat/markdownrenderer.cpp ${CMAKE_CURRENT_LIST_DIR}/chat/markdownrenderer.h
    ${CMAKE_CURRENT_LIST_DIR}/chat/markdownsplitter.cpp ${CMAKE_CURRENT_LIST_DIR}/chat/markdownsplitter.h
    ${CMAKE_CURRENT_LIST_DIR}/chat/markdownstyle.cpp ${CMAKE_CURRENT_LIST_DIR}/chat/markdownstyle.h
    ${CMAKE_CURRENT_LIST_DIR}/chat/messagedelegate.cpp ${CMAKE_CURRENT_LIST_DIR}/chat/messagedelegate.h
    ${CMAKE_CURRENT_LIST_DIR}/chat/messagedocument.cpp ${CMAKE_CURRENT_LIST_DIR}/chat/messagedocument.h
    ${CMAKE_CURRENT_LIST_DIR}/chat/messagedocumentpaint.cpp
    ${CMAKE_CURRENT_LIST_DIR}/chat/messageitem.cpp ${CMAKE_CURRENT_LIST_DIR}/chat/messageitem.h
    ${CMAKE_CURRENT_LIST_DIR}/chat/messagepainter.cpp ${CMAKE_CURRENT_LIST_DIR}/chat/messagepainter.h
    ${CMAKE_CURRENT_LIST_DIR}/chat/messagereader.cpp ${CMAKE_CURRENT_LIST_DIR}/chat/messagereader.h
    ${CMAKE_CURRENT_LIST_DIR}/chat/promptbar.cpp ${CMAKE_CURRENT_LIST_DIR}/chat/promptbar.h
    ${CMAKE_CURRENT_LIST_DIR}/chat/rowgeometry.cpp ${CMAKE_CURRENT_LIST_DIR}/chat/rowgeometry.h
    ${CMAKE_CURRENT_LIST_DIR}/chat/safetextbrowser.cpp ${CMAKE_CURRENT_LIST_DIR}/chat/safetextbrowser.h
    ${CMAKE_CURRENT_LIST_DIR}/chat/safetextdocument.cpp ${CMAKE_CURRENT_LIST_DIR}/chat/safetextdocument.h
    ${CMAKE_CURRENT_LIST_DIR}/chat/sourcedialog.cpp ${CMAKE_CURRENT_LIST_DIR}/chat/sourcedialog.h
    ${CMAKE_CURRENT_LIST_DIR}/chat/textlimiter.cpp ${CMAKE_CURRENT_LIST_DIR}/chat/textlimiter.h
    ${CMAKE_CURRENT_LIST_DIR}/chat/textpage.h
    ${CMAKE_CURRENT_LIST_DIR}/chat/toolreport.cpp ${CMAKE_CURRENT_LIST_DIR}/chat/toolreport.h
    ${CMAKE_CURRENT_LIST_DIR}/chat/transcriptview.cpp ${CMAKE_CURRENT_LIST_DIR}/chat/transcriptview.h
    ${CMAKE_CURRENT_LIST_DIR}/chat/transcriptviewinput.cpp
    ${CMAKE_CURRENT_LIST_DIR}/chat/transcriptviewpaint.cpp
    ${CMAKE_CURRENT_LIST_DIR}/chat/welcomepane.cpp ${CMAKE_CURRENT_LIST_DIR}/chat/welcomepane.h)
