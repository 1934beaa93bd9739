# The list of conversations, what can be done with them, and finding in them. Included by src/gui/CMakeLists.txt.
target_sources(desk_gui PRIVATE
    conversations/bulkexportdialog.cpp conversations/bulkexportdialog.h
    conversations/conversationcommands.cpp conversations/conversationcommands.h
    conversations/conversationdelegate.cpp conversations/conversationdelegate.h
    conversations/conversationfilterbar.cpp conversations/conversationfilterbar.h
    conversations/conversationpanel.cpp conversations/conversationpanel.h
    conversations/conversationpanelactions.cpp
    conversations/importdialog.cpp conversations/importdialog.h
    conversations/removalbar.cpp conversations/removalbar.h
    conversations/peoplelist.cpp conversations/peoplelist.h
    conversations/sharedialog.cpp conversations/sharedialog.h
    conversations/tagsdialog.cpp conversations/tagsdialog.h
    conversations/unfinishedimportbar.cpp conversations/unfinishedimportbar.h
    insights/categorybar.cpp insights/categorybar.h
    insights/insightactions.cpp insights/insightactions.h
    insights/insightdelegate.cpp insights/insightdelegate.h
    insights/insightdetail.cpp insights/insightdetail.h
    insights/insightdialog.cpp insights/insightdialog.h
    insights/insightlist.cpp insights/insightlist.h
    insights/insightpanel.cpp insights/insightpanel.h
    insights/insightspage.cpp insights/insightspage.h
    insights/insightspageactions.cpp
    insights/learndialog.cpp insights/learndialog.h
    insights/undobar.cpp insights/undobar.h
    prompts/promptdialog.cpp prompts/promptdialog.h
    prompts/prompteditor.cpp prompts/prompteditor.h
    prompts/promptlistmodel.cpp prompts/promptlistmodel.h
    search/savedsearchlist.cpp search/savedsearchlist.h
    search/savedsearchview.cpp search/savedsearchview.h
    search/searchdialog.cpp search/searchdialog.h
    search/searchfield.cpp search/searchfield.h
    search/searchhitdelegate.cpp search/searchhitdelegate.h)
