# The chat page. Included by src/gui/CMakeLists.txt.
target_sources(desk_gui PRIVATE
    ${CMAKE_CURRENT_LIST_DIR}/chat/chatpageturn.cpp
    ${CMAKE_CURRENT_LIST_DIR}/chat/image/imagedecoder.cpp ${CMAKE_CURRENT_LIST_DIR}/chat/image/imagedecoder.h
    ${CMAKE_CURRENT_LIST_DIR}/chat/image/imagewindow.cpp ${CMAKE_CURRENT_LIST_DIR}/chat/image/imagewindow.h
    ${CMAKE_CURRENT_LIST_DIR}/chat/image/markdownpictures.cpp ${CMAKE_CURRENT_LIST_DIR}/chat/image/markdownpictures.h
    ${CMAKE_CURRENT_LIST_DIR}/chat/messagedocumentwide.cpp
    ${CMAKE_CURRENT_LIST_DIR}/chat/messageitemturn.cpp
    ${CMAKE_CURRENT_LIST_DIR}/chat/messagepainterturn.cpp
    ${CMAKE_CURRENT_LIST_DIR}/chat/routing/routingmenu.cpp ${CMAKE_CURRENT_LIST_DIR}/chat/routing/routingmenu.h
    ${CMAKE_CURRENT_LIST_DIR}/chat/transcriptviewblocks.cpp
    ${CMAKE_CURRENT_LIST_DIR}/chat/turntexts.cpp ${CMAKE_CURRENT_LIST_DIR}/chat/turntexts.h
    ${CMAKE_CURRENT_LIST_DIR}/composeservices.h
    ${CMAKE_CURRENT_LIST_DIR}/prompts/promptdialog.cpp ${CMAKE_CURRENT_LIST_DIR}/prompts/promptdialog.h
    ${CMAKE_CURRENT_LIST_DIR}/prompts/prompteditor.cpp ${CMAKE_CURRENT_LIST_DIR}/prompts/prompteditor.h
    ${CMAKE_CURRENT_LIST_DIR}/prompts/promptlistmodel.cpp ${CMAKE_CURRENT_LIST_DIR}/prompts/promptlistmodel.h
    ${CMAKE_CURRENT_LIST_DIR}/spell/spellchecker.cpp ${CMAKE_CURRENT_LIST_DIR}/spell/spellchecker.h
    ${CMAKE_CURRENT_LIST_DIR}/spell/spelldictionaries.cpp ${CMAKE_CURRENT_LIST_DIR}/spell/spelldictionaries.h
    ${CMAKE_CURRENT_LIST_DIR}/spell/spellengine.cpp ${CMAKE_CURRENT_LIST_DIR}/spell/spellengine.h
    ${CMAKE_CURRENT_LIST_DIR}/spell/spellmarks.cpp ${CMAKE_CURRENT_LIST_DIR}/spell/spellmarks.h
    ${CMAKE_CURRENT_LIST_DIR}/spell/wordfinder.cpp ${CMAKE_CURRENT_LIST_DIR}/spell/wordfinder.h
    ${CMAKE_CURRENT_LIST_DIR}/settings/guardform.cpp ${CMAKE_CURRENT_LIST_DIR}/settings/guardform.h
    ${CMAKE_CURRENT_LIST_DIR}/chat/attachmentbar.cpp ${CMAKE_CURRENT_LIST_DIR}/chat/attachmentbar.h
    ${CMAKE_CURRENT_LIST_DIR}/chat/attachmentchip.cpp ${CMAKE_CURRENT_LIST_DIR}/chat/attachmentchip.h
    ${CMAKE_CURRENT_LIST_DIR}/chat/chatpage.cpp ${CMAKE_CURRENT_LIST_DIR}/chat/chatpage.h
    ${CMAKE_CURRENT_LIST_DIR}/chat/chatpageactions.cpp
    ${CMAKE_CURRENT_LIST_DIR}/chat/chatpagedrafts.cpp
    ${CMAKE_CURRENT_LIST_DIR}/chat/chatpagewindows.cpp
    ${CMAKE_CURRENT_LIST_DIR}/chat/compose/chatcommands.cpp ${CMAKE_CURRENT_LIST_DIR}/chat/compose/chatcommands.h
    ${CMAKE_CURRENT_LIST_DIR}/chat/compose/completionlist.cpp ${CMAKE_CURRENT_LIST_DIR}/chat/compose/completionlist.h
    ${CMAKE_CURRENT_LIST_DIR}/chat/compose/completionquery.cpp ${CMAKE_CURRENT_LIST_DIR}/chat/compose/completionquery.h
    ${CMAKE_CURRENT_LIST_DIR}/chat/compose/composecompletion.cpp ${CMAKE_CURRENT_LIST_DIR}/chat/compose/composecompletion.h
    ${CMAKE_CURRENT_LIST_DIR}/chat/compose/composecommand.h
    ${CMAKE_CURRENT_LIST_DIR}/chat/compose/inputhistory.cpp ${CMAKE_CURRENT_LIST_DIR}/chat/compose/inputhistory.h
    ${CMAKE_CURRENT_LIST_DIR}/chat/compose/offerdelegate.cpp ${CMAKE_CURRENT_LIST_DIR}/chat/compose/offerdelegate.h
    ${CMAKE_CURRENT_LIST_DIR}/chat/compose/offers.cpp ${CMAKE_CURRENT_LIST_DIR}/chat/compose/offers.h
    ${CMAKE_CURRENT_LIST_DIR}/chat/compose/pastedfiles.cpp ${CMAKE_CURRENT_LIST_DIR}/chat/compose/pastedfiles.h
    ${CMAKE_CURRENT_LIST_DIR}/chat/composer.cpp ${CMAKE_CURRENT_LIST_DIR}/chat/composer.h
    ${CMAKE_CURRENT_LIST_DIR}/chat/composeredit.cpp ${CMAKE_CURRENT_LIST_DIR}/chat/composeredit.h
    ${CMAKE_CURRENT_LIST_DIR}/chat/conversationdelegate.cpp ${CMAKE_CURRENT_LIST_DIR}/chat/conversationdelegate.h
    ${CMAKE_CURRENT_LIST_DIR}/chat/conversationpanel.cpp ${CMAKE_CURRENT_LIST_DIR}/chat/conversationpanel.h
    ${CMAKE_CURRENT_LIST_DIR}/chat/conversationpanelactions.cpp
    ${CMAKE_CURRENT_LIST_DIR}/chat/documentrange.cpp ${CMAKE_CURRENT_LIST_DIR}/chat/documentrange.h
    ${CMAKE_CURRENT_LIST_DIR}/chat/documentrangemarkdown.cpp
    ${CMAKE_CURRENT_LIST_DIR}/chat/dropoverlay.cpp ${CMAKE_CURRENT_LIST_DIR}/chat/dropoverlay.h
    ${CMAKE_CURRENT_LIST_DIR}/chat/elsewherebar.cpp ${CMAKE_CURRENT_LIST_DIR}/chat/elsewherebar.h
    ${CMAKE_CURRENT_LIST_DIR}/chat/find/findbar.cpp ${CMAKE_CURRENT_LIST_DIR}/chat/find/findbar.h
    ${CMAKE_CURRENT_LIST_DIR}/chat/find/messagewords.cpp ${CMAKE_CURRENT_LIST_DIR}/chat/find/messagewords.h
    ${CMAKE_CURRENT_LIST_DIR}/chat/find/transcriptsearch.cpp ${CMAKE_CURRENT_LIST_DIR}/chat/find/transcriptsearch.h
    ${CMAKE_CURRENT_LIST_DIR}/chat/flowlayout.cpp ${CMAKE_CURRENT_LIST_DIR}/chat/flowlayout.h
    ${CMAKE_CURRENT_LIST_DIR}/chat/highlight/codecolors.cpp ${CMAKE_CURRENT_LIST_DIR}/chat/highlight/codecolors.h
    ${CMAKE_CURRENT_LIST_DIR}/chat/highlight/codelanguage.cpp ${CMAKE_CURRENT_LIST_DIR}/chat/highlight/codelanguage.h
    ${CMAKE_CURRENT_LIST_DIR}/chat/highlight/codelexer.cpp ${CMAKE_CURRENT_LIST_DIR}/chat/highlight/codelexer.h
    ${CMAKE_CURRENT_LIST_DIR}/chat/htmlentities.cpp ${CMAKE_CURRENT_LIST_DIR}/chat/htmlentities.h
    ${CMAKE_CURRENT_LIST_DIR}/chat/htmltarget.cpp ${CMAKE_CURRENT_LIST_DIR}/chat/htmltarget.h
    ${CMAKE_CURRENT_LIST_DIR}/chat/insightdock.cpp ${CMAKE_CURRENT_LIST_DIR}/chat/insightdock.h
    ${CMAKE_CURRENT_LIST_DIR}/chat/json/jsonmatches.cpp ${CMAKE_CURRENT_LIST_DIR}/chat/json/jsonmatches.h
    ${CMAKE_CURRENT_LIST_DIR}/chat/json/jsonpanel.cpp ${CMAKE_CURRENT_LIST_DIR}/chat/json/jsonpanel.h
    ${CMAKE_CURRENT_LIST_DIR}/chat/json/jsontext.cpp ${CMAKE_CURRENT_LIST_DIR}/chat/json/jsontext.h
    ${CMAKE_CURRENT_LIST_DIR}/chat/json/jsontreemodel.cpp ${CMAKE_CURRENT_LIST_DIR}/chat/json/jsontreemodel.h
    ${CMAKE_CURRENT_LIST_DIR}/chat/json/jsonwalker.cpp ${CMAKE_CURRENT_LIST_DIR}/chat/json/jsonwalker.h
    ${CMAKE_CURRENT_LIST_DIR}/chat/json/toolinspector.cpp ${CMAKE_CURRENT_LIST_DIR}/chat/json/toolinspector.h
    ${CMAKE_CURRENT_LIST_DIR}/chat/linkopener.cpp ${CMAKE_CURRENT_LIST_DIR}/chat/linkopener.h
    ${CMAKE_CURRENT_LIST_DIR}/chat/linkrule.cpp ${CMAKE_CURRENT_LIST_DIR}/chat/linkrule.h
    ${CMAKE_CURRENT_LIST_DIR}/chat/markdownbuilder.cpp ${CMAKE_CURRENT_LIST_DIR}/chat/markdownbuilder.h
    ${CMAKE_CURRENT_LIST_DIR}/chat/markdownrenderer.cpp ${CMAKE_CURRENT_LIST_DIR}/chat/markdownrenderer.h
    ${CMAKE_CURRENT_LIST_DIR}/chat/markdownsplitter.cpp ${CMAKE_CURRENT_LIST_DIR}/chat/markdownsplitter.h
    ${CMAKE_CURRENT_LIST_DIR}/chat/markdownstyle.cpp ${CMAKE_CURRENT_LIST_DIR}/chat/markdownstyle.h
    ${CMAKE_CURRENT_LIST_DIR}/chat/markdowntarget.h
    ${CMAKE_CURRENT_LIST_DIR}/chat/math/mathspans.cpp ${CMAKE_CURRENT_LIST_DIR}/chat/math/mathspans.h
    ${CMAKE_CURRENT_LIST_DIR}/chat/math/mathtext.cpp ${CMAKE_CURRENT_LIST_DIR}/chat/math/mathtext.h
    ${CMAKE_CURRENT_LIST_DIR}/chat/messagedelegate.cpp ${CMAKE_CURRENT_LIST_DIR}/chat/messagedelegate.h
    ${CMAKE_CURRENT_LIST_DIR}/chat/messagedocument.cpp ${CMAKE_CURRENT_LIST_DIR}/chat/messagedocument.h
    ${CMAKE_CURRENT_LIST_DIR}/chat/messagedocumentpaint.cpp
    ${CMAKE_CURRENT_LIST_DIR}/chat/messageitem.cpp ${CMAKE_CURRENT_LIST_DIR}/chat/messageitem.h
    ${CMAKE_CURRENT_LIST_DIR}/chat/messageitemparts.cpp
    ${CMAKE_CURRENT_LIST_DIR}/chat/messagepainter.cpp ${CMAKE_CURRENT_LIST_DIR}/chat/messagepainter.h
    ${CMAKE_CURRENT_LIST_DIR}/chat/messagereader.cpp ${CMAKE_CURRENT_LIST_DIR}/chat/messagereader.h
    ${CMAKE_CURRENT_LIST_DIR}/chat/messagetext.cpp ${CMAKE_CURRENT_LIST_DIR}/chat/messagetext.h
    ${CMAKE_CURRENT_LIST_DIR}/chat/plaintarget.cpp ${CMAKE_CURRENT_LIST_DIR}/chat/plaintarget.h
    ${CMAKE_CURRENT_LIST_DIR}/chat/compose/promptcontrol.cpp ${CMAKE_CURRENT_LIST_DIR}/chat/compose/promptcontrol.h
    ${CMAKE_CURRENT_LIST_DIR}/chat/compose/templatemode.cpp ${CMAKE_CURRENT_LIST_DIR}/chat/compose/templatemode.h
    ${CMAKE_CURRENT_LIST_DIR}/chat/guard/guardbar.cpp ${CMAKE_CURRENT_LIST_DIR}/chat/guard/guardbar.h
    ${CMAKE_CURRENT_LIST_DIR}/chat/guard/guardpolicy.cpp ${CMAKE_CURRENT_LIST_DIR}/chat/guard/guardpolicy.h
    ${CMAKE_CURRENT_LIST_DIR}/chat/guard/guardwords.cpp ${CMAKE_CURRENT_LIST_DIR}/chat/guard/guardwords.h
    ${CMAKE_CURRENT_LIST_DIR}/chat/guard/sendguard.cpp ${CMAKE_CURRENT_LIST_DIR}/chat/guard/sendguard.h
    ${CMAKE_CURRENT_LIST_DIR}/chat/options/chatoptionscontrol.cpp ${CMAKE_CURRENT_LIST_DIR}/chat/options/chatoptionscontrol.h
    ${CMAKE_CURRENT_LIST_DIR}/chat/options/choicelist.cpp ${CMAKE_CURRENT_LIST_DIR}/chat/options/choicelist.h
    ${CMAKE_CURRENT_LIST_DIR}/chat/options/optionspanel.cpp ${CMAKE_CURRENT_LIST_DIR}/chat/options/optionspanel.h
    ${CMAKE_CURRENT_LIST_DIR}/chat/options/optionwords.cpp ${CMAKE_CURRENT_LIST_DIR}/chat/options/optionwords.h
    ${CMAKE_CURRENT_LIST_DIR}/chat/options/samplingform.cpp ${CMAKE_CURRENT_LIST_DIR}/chat/options/samplingform.h
    ${CMAKE_CURRENT_LIST_DIR}/chat/sidepanels.cpp ${CMAKE_CURRENT_LIST_DIR}/chat/sidepanels.h
    ${CMAKE_CURRENT_LIST_DIR}/chat/promptbar.cpp ${CMAKE_CURRENT_LIST_DIR}/chat/promptbar.h
    ${CMAKE_CURRENT_LIST_DIR}/chat/rowgeometry.cpp ${CMAKE_CURRENT_LIST_DIR}/chat/rowgeometry.h
    ${CMAKE_CURRENT_LIST_DIR}/chat/safetextbrowser.cpp ${CMAKE_CURRENT_LIST_DIR}/chat/safetextbrowser.h
    ${CMAKE_CURRENT_LIST_DIR}/chat/safetextdocument.cpp ${CMAKE_CURRENT_LIST_DIR}/chat/safetextdocument.h
    ${CMAKE_CURRENT_LIST_DIR}/chat/source/sourcepanel.cpp ${CMAKE_CURRENT_LIST_DIR}/chat/source/sourcepanel.h
    ${CMAKE_CURRENT_LIST_DIR}/chat/savednote.cpp ${CMAKE_CURRENT_LIST_DIR}/chat/savednote.h
    ${CMAKE_CURRENT_LIST_DIR}/chat/table/cellnumber.cpp ${CMAKE_CURRENT_LIST_DIR}/chat/table/cellnumber.h
    ${CMAKE_CURRENT_LIST_DIR}/chat/table/markdowntables.cpp ${CMAKE_CURRENT_LIST_DIR}/chat/table/markdowntables.h
    ${CMAKE_CURRENT_LIST_DIR}/chat/table/tabledata.h
    ${CMAKE_CURRENT_LIST_DIR}/chat/table/tablefit.cpp ${CMAKE_CURRENT_LIST_DIR}/chat/table/tablefit.h
    ${CMAKE_CURRENT_LIST_DIR}/chat/table/tablemodel.cpp ${CMAKE_CURRENT_LIST_DIR}/chat/table/tablemodel.h
    ${CMAKE_CURRENT_LIST_DIR}/chat/table/tabletext.cpp ${CMAKE_CURRENT_LIST_DIR}/chat/table/tabletext.h
    ${CMAKE_CURRENT_LIST_DIR}/chat/table/tablewindow.cpp ${CMAKE_CURRENT_LIST_DIR}/chat/table/tablewindow.h
    ${CMAKE_CURRENT_LIST_DIR}/chat/textlimiter.cpp ${CMAKE_CURRENT_LIST_DIR}/chat/textlimiter.h
    ${CMAKE_CURRENT_LIST_DIR}/chat/textmatcher.cpp ${CMAKE_CURRENT_LIST_DIR}/chat/textmatcher.h
    ${CMAKE_CURRENT_LIST_DIR}/chat/textpage.h
    ${CMAKE_CURRENT_LIST_DIR}/chat/toolreport.cpp ${CMAKE_CURRENT_LIST_DIR}/chat/toolreport.h
    ${CMAKE_CURRENT_LIST_DIR}/chat/transcriptview.cpp ${CMAKE_CURRENT_LIST_DIR}/chat/transcriptview.h
    ${CMAKE_CURRENT_LIST_DIR}/chat/transcriptviewfind.cpp
    ${CMAKE_CURRENT_LIST_DIR}/chat/transcriptviewinput.cpp
    ${CMAKE_CURRENT_LIST_DIR}/chat/transcriptviewpaint.cpp
    ${CMAKE_CURRENT_LIST_DIR}/chat/transcriptviewplace.cpp
    ${CMAKE_CURRENT_LIST_DIR}/chat/transcriptviewqueries.cpp
    ${CMAKE_CURRENT_LIST_DIR}/chat/transcriptviewselect.cpp
    ${CMAKE_CURRENT_LIST_DIR}/chat/transcriptwindows.cpp ${CMAKE_CURRENT_LIST_DIR}/chat/transcriptwindows.h
    ${CMAKE_CURRENT_LIST_DIR}/chat/turns/comparewindow.cpp ${CMAKE_CURRENT_LIST_DIR}/chat/turns/comparewindow.h
    ${CMAKE_CURRENT_LIST_DIR}/chat/turns/editmessagedialog.cpp ${CMAKE_CURRENT_LIST_DIR}/chat/turns/editmessagedialog.h
    ${CMAKE_CURRENT_LIST_DIR}/chat/turns/messagecommand.cpp ${CMAKE_CURRENT_LIST_DIR}/chat/turns/messagecommand.h
    ${CMAKE_CURRENT_LIST_DIR}/chat/turns/messagecopy.cpp ${CMAKE_CURRENT_LIST_DIR}/chat/turns/messagecopy.h
    ${CMAKE_CURRENT_LIST_DIR}/chat/turns/messageitemactions.cpp
    ${CMAKE_CURRENT_LIST_DIR}/chat/turns/messagepainteractions.cpp
    ${CMAKE_CURRENT_LIST_DIR}/chat/turns/ratingdialog.cpp ${CMAKE_CURRENT_LIST_DIR}/chat/turns/ratingdialog.h
    ${CMAKE_CURRENT_LIST_DIR}/chat/turns/transcriptviewmenu.cpp
    ${CMAKE_CURRENT_LIST_DIR}/chat/turns/turnactions.cpp ${CMAKE_CURRENT_LIST_DIR}/chat/turns/turnactions.h
    ${CMAKE_CURRENT_LIST_DIR}/chat/turns/deletionbar.cpp ${CMAKE_CURRENT_LIST_DIR}/chat/turns/deletionbar.h
    ${CMAKE_CURRENT_LIST_DIR}/chat/welcomepane.cpp ${CMAKE_CURRENT_LIST_DIR}/chat/welcomepane.h)
