# The page of agents and the editor. Included by src/gui/CMakeLists.txt.
target_sources(desk_gui PRIVATE
    agents/agentactions.cpp agents/agentactions.h
    agents/agentdelegate.cpp agents/agentdelegate.h
    agents/agentdetail.cpp agents/agentdetail.h
    agents/agentlist.cpp agents/agentlist.h
    agents/agentselection.cpp agents/agentselection.h
    agents/agentspage.cpp agents/agentspage.h
    agents/agentworkbench.cpp agents/agentworkbench.h
    agents/editor/agenteditor.cpp agents/editor/agenteditor.h
    agents/editor/agentsection.h
    agents/editor/agentwords.cpp agents/editor/agentwords.h
    agents/editor/basicssection.cpp agents/editor/basicssection.h
    agents/editor/compressionsection.cpp agents/editor/compressionsection.h
    agents/editor/conflictview.cpp agents/editor/conflictview.h
    agents/editor/fieldblock.cpp agents/editor/fieldblock.h
    agents/editor/instructionssection.cpp agents/editor/instructionssection.h
    agents/editor/mcpsection.cpp agents/editor/mcpsection.h
    agents/editor/mcpserverform.cpp agents/editor/mcpserverform.h
    agents/editor/pickdelegate.cpp agents/editor/pickdelegate.h
    agents/editor/picklist.cpp agents/editor/picklist.h
    agents/editor/textreplace.cpp agents/editor/textreplace.h
    agents/editor/toolssection.cpp agents/editor/toolssection.h
    agents/scratch/scratchcolumn.cpp agents/scratch/scratchcolumn.h
    agents/scratch/scratchdifference.cpp agents/scratch/scratchdifference.h
    agents/scratch/scratchpanel.cpp agents/scratch/scratchpanel.h
    agents/scratch/scratchscenariodialog.cpp agents/scratch/scratchscenariodialog.h)
