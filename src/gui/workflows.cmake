# The canvas and the outline of workflows. Included by src/gui/CMakeLists.txt.
target_sources(desk_gui PRIVATE
    workflows/canvas/layout/layeredlayout.cpp workflows/canvas/layout/layeredlayout.h
    workflows/canvas/layout/layerorder.cpp
    workflows/canvas/layout/layerplaces.cpp
    workflows/canvas/layout/layerranks.cpp
    workflows/canvas/layout/layers.h)
