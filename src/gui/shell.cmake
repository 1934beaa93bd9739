# The window and every page but chat. Included by src/gui/CMakeLists.txt.
target_sources(desk_gui PRIVATE
    admin/adminpage.cpp admin/adminpage.h
    approvals/approvalspage.cpp approvals/approvalspage.h
    approvals/humanstepcard.cpp approvals/humanstepcard.h
    approvals/waitingpane.cpp approvals/waitingpane.h
    approvals/waitingwords.cpp approvals/waitingwords.h
    desktop/answerkeeper.cpp desktop/answerkeeper.h
    desktop/answernotices.cpp desktop/answernotices.h
    desktop/approvalnotices.cpp desktop/approvalnotices.h
    desktop/desktopfeatures.cpp desktop/desktopfeatures.h
    desktop/desktopintegration.cpp desktop/desktopintegration.h
    desktop/globalshortcut.cpp desktop/globalshortcut.h
    desktop/notifier.h
    desktop/quickaskbar.cpp desktop/quickaskbar.h
    desktop/quickaskdraft.cpp desktop/quickaskdraft.h
    desktop/quickaskfiles.cpp desktop/quickaskfiles.h
    desktop/quickaskwindow.cpp desktop/quickaskwindow.h
    desktop/quickaskwindowtake.cpp
    desktop/screentaker.h
    desktop/trayicon.cpp desktop/trayicon.h
    desktop/traynotifier.cpp desktop/traynotifier.h
    models/gatewaypane.cpp models/gatewaypane.h
    models/keyspane.cpp models/keyspane.h
    models/llmlistfilter.cpp models/llmlistfilter.h
    models/modeldetail.cpp models/modeldetail.h
    models/modelspage.cpp models/modelspage.h
    models/providerpane.cpp models/providerpane.h
    models/userbuttons.cpp models/userbuttons.h
    palette/fuzzymatch.cpp palette/fuzzymatch.h
    palette/palette.cpp palette/palette.h
    palette/palettedelegate.cpp palette/palettedelegate.h
    palette/paletteentry.h
    palette/palettemodel.cpp palette/palettemodel.h
    palette/palettewindow.cpp palette/palettewindow.h
    profiles/profileexchange.cpp profiles/profileexchange.h
    profiles/profileimportdialog.cpp profiles/profileimportdialog.h
    profiles/profilemark.cpp profiles/profilemark.h
    profiles/profilemenu.cpp profiles/profilemenu.h
    profiles/profilename.cpp profiles/profilename.h
    profiles/profileopener.cpp profiles/profileopener.h
    profiles/sessionbanner.cpp profiles/sessionbanner.h
    runs/rundetail.cpp runs/rundetail.h
    runs/runeventdelegate.cpp runs/runeventdelegate.h
    runs/runlistfilter.cpp runs/runlistfilter.h
    runs/runlook.cpp runs/runlook.h
    runs/runspage.cpp runs/runspage.h
    runs/runstatusdelegate.cpp runs/runstatusdelegate.h
    settings/aboutsection.cpp settings/aboutsection.h
    settings/appearancesection.cpp settings/appearancesection.h
    settings/chatsection.cpp settings/chatsection.h
    settings/datasection.cpp settings/datasection.h
    settings/desktopsection.cpp settings/desktopsection.h
    settings/formlabels.cpp settings/formlabels.h
    settings/guardform.cpp settings/guardform.h
    settings/modelsection.cpp settings/modelsection.h
    settings/providerlist.cpp settings/providerlist.h
    settings/modeltestrow.cpp settings/modeltestrow.h
    settings/networksection.cpp settings/networksection.h
    settings/profilesection.cpp settings/profilesection.h
    settings/secretssection.cpp settings/secretssection.h
    settings/settingspage.cpp settings/settingspage.h
    settings/teamserverdialog.cpp settings/teamserverdialog.h
    shell/chatservices.cpp shell/chatservices.h
    shell/conversationwindow.cpp shell/conversationwindow.h
    shell/conversationwindows.cpp shell/conversationwindows.h
    shell/diagnosticsdialog.cpp shell/diagnosticsdialog.h
    shell/doctordialog.cpp shell/doctordialog.h
    shell/editmenu.cpp shell/editmenu.h
    shell/linkfollower.cpp shell/linkfollower.h
    shell/openedfiles.cpp shell/openedfiles.h
    shell/navigationrail.cpp shell/navigationrail.h
    shell/pagehost.cpp shell/pagehost.h
    shell/placekeeper.cpp shell/placekeeper.h
    shell/railbutton.cpp shell/railbutton.h
    shell/settingsbanner.cpp shell/settingsbanner.h
    shell/shelldialogs.cpp shell/shelldialogs.h
    shell/shellpage.h
    shell/shortcutlist.cpp shell/shortcutlist.h
    shell/shortcutsdialog.cpp shell/shortcutsdialog.h
    shell/statusline.cpp shell/statusline.h
    shell/storebanner.cpp shell/storebanner.h
    shell/windowmemory.cpp shell/windowmemory.h
    shell/windowmenus.cpp shell/windowmenus.h
    signin/proxysignindialog.cpp signin/proxysignindialog.h
    signin/signindialog.cpp signin/signindialog.h
    tools/plainbuttons.cpp tools/plainbuttons.h
    tools/toolcasespane.cpp tools/toolcasespane.h
    tools/toolcomparison.cpp tools/toolcomparison.h
    tools/toolconfigpane.cpp tools/toolconfigpane.h
    tools/tooldetail.cpp tools/tooldetail.h
    tools/toollaunch.cpp tools/toollaunch.h
    tools/tooleditor.cpp tools/tooleditor.h
    tools/toolfacts.cpp tools/toolfacts.h
    tools/toolkeytest.cpp tools/toolkeytest.h
    tools/toollistfilter.cpp tools/toollistfilter.h
    tools/toolplayground.cpp tools/toolplayground.h
    tools/toolspage.cpp tools/toolspage.h
    tools/toolspageactions.cpp
    widgets/cardframe.cpp widgets/cardframe.h
    widgets/contentstack.cpp widgets/contentstack.h
    widgets/elidedlabel.cpp widgets/elidedlabel.h
    widgets/emptyhint.cpp widgets/emptyhint.h
    widgets/emptystate.cpp widgets/emptystate.h
    widgets/plainlabel.h
    widgets/errorbanner.cpp widgets/errorbanner.h
    widgets/factview.cpp widgets/factview.h
    widgets/flowlayout.cpp widgets/flowlayout.h
    widgets/iconbutton.cpp widgets/iconbutton.h
    widgets/isolatingdelegate.cpp widgets/isolatingdelegate.h
    widgets/listfilter.cpp widgets/listfilter.h
    widgets/markdownview.cpp widgets/markdownview.h
    widgets/pageheader.cpp widgets/pageheader.h
    widgets/remarklabel.cpp widgets/remarklabel.h
    widgets/statuschip.cpp widgets/statuschip.h
    widgets/twolinedelegate.cpp widgets/twolinedelegate.h
    workflows/stepdelegate.cpp workflows/stepdelegate.h
    workflows/stepmodel.cpp workflows/stepmodel.h
    workflows/workflowdetail.cpp workflows/workflowdetail.h
    workflows/begunbutton.cpp workflows/begunbutton.h
    workflows/workflowspage.cpp workflows/workflowspage.h
    actions.cpp actions.h
    deskstyle.cpp deskstyle.h
    dialogs.h
    mainwindow.cpp mainwindow.h
    mainwindowpages.cpp
    mainwindowsearch.cpp
    nativedialogs.cpp nativedialogs.h
    services.h
    symbolicicon.cpp symbolicicon.h
    theme.cpp theme.h
    ${CMAKE_SOURCE_DIR}/resources/desk.qrc)

if(CMAKE_SYSTEM_NAME STREQUAL "Linux")
    target_sources(desk_gui PRIVATE
        desktop/freedesktopnotifier.cpp desktop/freedesktopnotifier.h
        desktop/notificationservice.h
        desktop/portalobjects.h
        desktop/portalscreenshot.cpp desktop/portalscreenshot.h
        desktop/portalshortcut.cpp desktop/portalshortcut.h
        desktop/portaltypes.h)
    target_link_libraries(desk_gui PUBLIC Qt6::DBus)
endif()
