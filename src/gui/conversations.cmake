# What can be done with conversations in the list. Included by src/gui/CMakeLists.txt.
target_sources(desk_gui PRIVATE
    ${CMAKE_CURRENT_LIST_DIR}/conversations/bulkexportdialog.cpp ${CMAKE_CURRENT_LIST_DIR}/conversations/bulkexportdialog.h
    ${CMAKE_CURRENT_LIST_DIR}/conversations/conversationcommands.cpp ${CMAKE_CURRENT_LIST_DIR}/conversations/conversationcommands.h
    ${CMAKE_CURRENT_LIST_DIR}/conversations/conversationfilterbar.cpp ${CMAKE_CURRENT_LIST_DIR}/conversations/conversationfilterbar.h
    ${CMAKE_CURRENT_LIST_DIR}/conversations/importdialog.cpp ${CMAKE_CURRENT_LIST_DIR}/conversations/importdialog.h
    ${CMAKE_CURRENT_LIST_DIR}/conversations/sharedialog.cpp ${CMAKE_CURRENT_LIST_DIR}/conversations/sharedialog.h
    ${CMAKE_CURRENT_LIST_DIR}/conversations/tagsdialog.cpp ${CMAKE_CURRENT_LIST_DIR}/conversations/tagsdialog.h
    ${CMAKE_CURRENT_LIST_DIR}/conversations/removalbar.cpp ${CMAKE_CURRENT_LIST_DIR}/conversations/removalbar.h)
