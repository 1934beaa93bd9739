# The window and every page but chat.
target_sources(desk_gui PRIVATE
    agents/agentdetail.cpp agents/agentdetail.h
    agents/agentspage.cpp agents/agentspage.h
    actions.cpp actions.h
    deskstyle.cpp deskstyle.h
    dialogs.h
    mainwindow.cpp mainwindow.h
    nativedialogs.cpp nativedialogs.h
    navigationrail.cpp navigationrail.h
    railbutton.cpp railbutton.h
    runs/rundetail.cpp runs/rundetail.h
    runs/runeventdelegate.cpp runs/runeventdelegate.h
    runs/runlistfilter.cpp runs/runlistfilter.h
    runs/runlook.cpp runs/runlook.h
    runs/runspage.cpp runs/runspage.h
    runs/runstatusdelegate.cpp runs/runstatusdelegate.h
    services.h
    settings/aboutsection.cpp settings/aboutsection.h
    settings/appearancesection.cpp settings/appearancesection.h
    settings/datasection.cpp settings/datasection.h
    settings/secretssection.cpp settings/secretssection.h
    settings/formlabels.cpp settings/formlabels.h
    settings/modelsection.cpp settings/modelsection.h
    settings/profilelist.cpp settings/profilelist.h
    settings/profilesection.cpp settings/profilesection.h
    settings/settingspage.cpp settings/settingspage.h
    settings/teamserverdialog.cpp settings/teamserverdialog.h
    shortcutsdialog.cpp shortcutsdialog.h
    statusline.cpp statusline.h
    symbolicicon.cpp symbolicicon.h
    theme.cpp theme.h
    widgets/contentstack.cpp widgets/contentstack.h
    widgets/emptyhint.cpp widgets/emptyhint.h
    widgets/emptystate.cpp widgets/emptystate.h
    widgets/errorbanner.cpp widgets/errorbanner.h
    widgets/factview.cpp widgets/factview.h
    widgets/listfilter.cpp widgets/listfilter.h
    widgets/pageheader.cpp widgets/pageheader.h
    widgets/statuschip.cpp widgets/statuschip.h
    widgets/twolinedelegate.cpp widgets/twolinedelegate.h
    workflows/stepdelegate.cpp workflows/stepdelegate.h
    workflows/stepmodel.cpp workflows/stepmodel.h
    workflows/workflowdetail.cpp workflows/workflowdetail.h
    workflows/workflowspage.cpp workflows/workflowspage.h
    ${CMAKE_SOURCE_DIR}/resources/desk.qrc)
