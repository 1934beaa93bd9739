# The chat page: transcript, composer, panels. Included by src/gui/CMakeLists.txt.
target_sources(desk_gui PRIVATE
    chat/agentwelcome.cpp chat/agentwelcome.h
    chat/chatpage.cpp chat/chatpage.h
    chat/chatpageactions.cpp
    chat/chatpageagent.cpp
    chat/chatpagedrafts.cpp
    chat/chatpagesend.cpp
    chat/chatpageturn.cpp
    chat/chatpagewindows.cpp
    chat/conversationhead.cpp chat/conversationhead.h
    chat/elsewherebar.cpp chat/elsewherebar.h
    chat/insightdock.cpp chat/insightdock.h
    chat/followupcard.cpp chat/followupcard.h
    chat/savednote.cpp chat/savednote.h
    chat/approval/approvalcard.cpp chat/approval/approvalcard.h
    chat/approval/approvalcontrol.cpp chat/approval/approvalcontrol.h
    chat/approval/exactfield.cpp chat/approval/exactfield.h
    chat/attachment/attachmentactions.cpp chat/attachment/attachmentactions.h
    chat/attachment/attachmenttext.cpp chat/attachment/attachmenttext.h
    chat/attachment/thumbnails.cpp chat/attachment/thumbnails.h
    chat/sidepane.cpp chat/sidepane.h
    chat/sidepanels.cpp chat/sidepanels.h
    chat/waitingsendbar.cpp chat/waitingsendbar.h
    chat/welcomepane.cpp chat/welcomepane.h
    chat/compose/attachmentbar.cpp chat/compose/attachmentbar.h
    chat/compose/attachmentchip.cpp chat/compose/attachmentchip.h
    chat/compose/chatcommands.cpp chat/compose/chatcommands.h
    chat/compose/completionlist.cpp chat/compose/completionlist.h
    chat/compose/completionquery.cpp chat/compose/completionquery.h
    chat/compose/composecommand.h
    chat/compose/composecompletion.cpp chat/compose/composecompletion.h
    chat/compose/composer.cpp chat/compose/composer.h
    chat/compose/composeredit.cpp chat/compose/composeredit.h
    chat/compose/dropoverlay.cpp chat/compose/dropoverlay.h
    chat/compose/folderbar.cpp chat/compose/folderbar.h
    chat/compose/inputhistory.cpp chat/compose/inputhistory.h
    chat/compose/offerdelegate.cpp chat/compose/offerdelegate.h
    chat/compose/offers.cpp chat/compose/offers.h
    chat/compose/pastedfiles.cpp chat/compose/pastedfiles.h
    chat/compose/promptbar.cpp chat/compose/promptbar.h
    chat/compose/promptcontrol.cpp chat/compose/promptcontrol.h
    chat/compose/templatemode.cpp chat/compose/templatemode.h
    chat/find/findbar.cpp chat/find/findbar.h
    chat/find/messagewords.cpp chat/find/messagewords.h
    chat/find/transcriptsearch.cpp chat/find/transcriptsearch.h
    chat/guard/guardbar.cpp chat/guard/guardbar.h
    chat/guard/guardpolicy.cpp chat/guard/guardpolicy.h
    chat/guard/guardwords.cpp chat/guard/guardwords.h
    chat/guard/sendguard.cpp chat/guard/sendguard.h
    chat/image/imagedecoder.cpp chat/image/imagedecoder.h
    chat/image/imagewindow.cpp chat/image/imagewindow.h
    chat/image/markdownpictures.cpp chat/image/markdownpictures.h
    chat/json/jsonmatches.cpp chat/json/jsonmatches.h
    chat/json/jsonpanel.cpp chat/json/jsonpanel.h
    chat/json/jsontext.cpp chat/json/jsontext.h
    chat/json/jsontreemodel.cpp chat/json/jsontreemodel.h
    chat/json/jsonwalker.cpp chat/json/jsonwalker.h
    chat/json/toolinspector.cpp chat/json/toolinspector.h
    chat/json/toolrunpanel.cpp chat/json/toolrunpanel.h
    chat/json/tracewindow.cpp chat/json/tracewindow.h
    chat/options/chatoptionscontrol.cpp chat/options/chatoptionscontrol.h
    chat/options/choicelist.cpp chat/options/choicelist.h
    chat/options/optionspanel.cpp chat/options/optionspanel.h
    chat/options/optionwords.cpp chat/options/optionwords.h
    chat/options/samplingform.cpp chat/options/samplingform.h
    chat/options/toolwords.cpp chat/options/toolwords.h
    chat/routing/routingmenu.cpp chat/routing/routingmenu.h
    chat/source/linkedsource.cpp chat/source/linkedsource.h
    chat/source/quotefinder.cpp chat/source/quotefinder.h
    chat/source/sourceheading.h
    chat/source/sourcelines.cpp chat/source/sourcelines.h
    chat/source/sourcepanel.cpp chat/source/sourcepanel.h
    chat/source/sourcepaneldocument.cpp
    chat/source/sourcepicture.cpp chat/source/sourcepicture.h
    chat/source/sourcestatus.cpp chat/source/sourcestatus.h
    chat/source/sourceview.cpp chat/source/sourceview.h
    chat/table/cellnumber.cpp chat/table/cellnumber.h
    chat/table/markdowntables.cpp chat/table/markdowntables.h
    chat/table/datawindows.cpp chat/table/datawindows.h
    chat/table/tabledata.h
    chat/table/tablefit.cpp chat/table/tablefit.h
    chat/table/tablemodel.cpp chat/table/tablemodel.h
    chat/table/tabletext.cpp chat/table/tabletext.h
    chat/table/tablewindow.cpp chat/table/tablewindow.h
    chat/transcript/messagedelegate.cpp chat/transcript/messagedelegate.h
    chat/transcript/messagedocument.cpp chat/transcript/messagedocument.h
    chat/transcript/messagedocumentcode.cpp
    chat/transcript/messagedocumentinner.cpp
    chat/transcript/messagedocumentpaint.cpp
    chat/transcript/messagedocumentwide.cpp
    chat/transcript/messageitem.cpp chat/transcript/messageitem.h
    chat/transcript/messageitemactions.cpp
    chat/transcript/messageitemfiles.cpp
    chat/transcript/messageitemparts.cpp
    chat/transcript/messageitemsteps.cpp
    chat/transcript/messageitemturn.cpp
    chat/transcript/messagepainter.cpp chat/transcript/messagepainter.h
    chat/transcript/messagepainteractions.cpp
    chat/transcript/messagepainterfiles.cpp
    chat/transcript/messagepainterturn.cpp
    chat/transcript/messagereader.cpp chat/transcript/messagereader.h
    chat/transcript/messagetext.cpp chat/transcript/messagetext.h
    chat/transcript/rowgeometry.cpp chat/transcript/rowgeometry.h
    chat/transcript/toolreport.cpp chat/transcript/toolreport.h
    chat/transcript/transcriptview.cpp chat/transcript/transcriptview.h
    chat/transcript/transcriptviewblocks.cpp
    chat/transcript/transcriptviewfind.cpp
    chat/transcript/transcriptviewinput.cpp
    chat/transcript/transcriptviewmenu.cpp
    chat/transcript/transcriptviewpaint.cpp
    chat/transcript/transcriptviewplace.cpp
    chat/transcript/transcriptviewqueries.cpp
    chat/transcript/transcriptviewselect.cpp
    chat/transcript/transcriptwindows.cpp chat/transcript/transcriptwindows.h
    chat/transcript/answerauthor.cpp chat/transcript/answerauthor.h
    chat/transcript/turntexts.cpp chat/transcript/turntexts.h
    chat/turns/askagainmenu.cpp chat/turns/askagainmenu.h
    chat/turns/turnactionsothers.cpp
    chat/turns/comparewindow.cpp chat/turns/comparewindow.h
    chat/turns/deletionbar.cpp chat/turns/deletionbar.h
    chat/turns/editmessagedialog.cpp chat/turns/editmessagedialog.h
    chat/turns/messagecommand.cpp chat/turns/messagecommand.h
    chat/turns/messagecopy.cpp chat/turns/messagecopy.h
    chat/turns/ratingdialog.cpp chat/turns/ratingdialog.h
    chat/turns/ratingsexport.cpp chat/turns/ratingsexport.h
    chat/turns/turnactions.cpp chat/turns/turnactions.h
    composeservices.h)
