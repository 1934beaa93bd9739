# The canvas and the outline of workflows. Included by src/gui/CMakeLists.txt.
target_sources(desk_gui PRIVATE
    workflows/canvas/alignment.cpp workflows/canvas/alignment.h
    workflows/canvas/canvasactions.cpp workflows/canvas/canvasactions.h
    workflows/canvas/canvasitems.h
    workflows/canvas/canvasminimap.cpp workflows/canvas/canvasminimap.h
    workflows/canvas/canvassearch.cpp workflows/canvas/canvassearch.h
    workflows/canvas/edgeitem.cpp workflows/canvas/edgeitem.h
    workflows/canvas/edgepath.cpp workflows/canvas/edgepath.h
    workflows/canvas/noteeditor.cpp workflows/canvas/noteeditor.h
    workflows/canvas/noteitem.cpp workflows/canvas/noteitem.h
    workflows/canvas/ownkeys.cpp workflows/canvas/ownkeys.h
    workflows/canvas/stepcommands.cpp workflows/canvas/stepcommands.h
    workflows/canvas/stepdescription.cpp workflows/canvas/stepdescription.h
    workflows/canvas/stepface.cpp workflows/canvas/stepface.h
    workflows/canvas/stepgeometry.cpp workflows/canvas/stepgeometry.h
    workflows/canvas/stepitem.cpp workflows/canvas/stepitem.h
    workflows/canvas/stepmime.cpp workflows/canvas/stepmime.h
    workflows/canvas/steppainter.cpp workflows/canvas/steppainter.h
    workflows/canvas/steppalette.cpp workflows/canvas/steppalette.h
    workflows/canvas/stepselection.cpp workflows/canvas/stepselection.h
    workflows/canvas/terminalitem.cpp workflows/canvas/terminalitem.h
    workflows/canvas/workflowscene.cpp workflows/canvas/workflowscene.h
    workflows/canvas/workflowsceneplaces.cpp
    workflows/canvas/workflowview.cpp workflows/canvas/workflowview.h
    workflows/canvas/workflowviewkeys.cpp
    workflows/canvas/workflowviewmouse.cpp
    workflows/canvas/workflowviewnotes.cpp
    workflows/canvas/workflowviewpaint.cpp
    workflows/canvas/zoomlevels.h
    workflows/canvas/layout/layeredlayout.cpp workflows/canvas/layout/layeredlayout.h
    workflows/canvas/layout/layerorder.cpp
    workflows/canvas/layout/layerplaces.cpp
    workflows/canvas/layout/layerranks.cpp
    workflows/canvas/layout/layers.h
    workflows/outline/steptreemodel.cpp workflows/outline/steptreemodel.h
    workflows/outline/steptreemodeldrop.cpp
    workflows/outline/workflowoutline.cpp workflows/outline/workflowoutline.h
    workflows/run/executioncomparison.cpp workflows/run/executioncomparison.h
    workflows/run/executionlook.cpp workflows/run/executionlook.h
    workflows/run/executionspane.cpp workflows/run/executionspane.h
    workflows/run/executionstatusdelegate.cpp workflows/run/executionstatusdelegate.h
    workflows/run/executionview.cpp workflows/run/executionview.h
    workflows/run/replaybar.cpp workflows/run/replaybar.h
    workflows/run/workflowrundialog.cpp workflows/run/workflowrundialog.h
    workflows/run/overlay/edgedataitem.cpp workflows/run/overlay/edgedataitem.h
    workflows/run/overlay/executionoverlay.cpp workflows/run/overlay/executionoverlay.h
    workflows/run/overlay/stepstateitem.cpp workflows/run/overlay/stepstateitem.h
    workflows/simulation/simulationpane.cpp workflows/simulation/simulationpane.h
    workflows/studio/problemspanel.cpp workflows/studio/problemspanel.h
    workflows/studio/workflowbench.cpp workflows/studio/workflowbench.h
    workflows/studio/workflowcanvas.cpp workflows/studio/workflowcanvas.h
    workflows/studio/workflowstudio.cpp workflows/studio/workflowstudio.h)
