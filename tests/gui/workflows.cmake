# The canvas and the outline of workflows.
desk_test(workflowlayout SOURCES tst_workflowlayout.cpp USES Desk::gui)
desk_test(workflowcanvas SOURCES tst_workflowcanvas.cpp workflowstudio.h accessibility.cpp accessibility.h USES Desk::gui)
desk_test(workflowoutline SOURCES tst_workflowoutline.cpp workflowstudio.h USES Desk::gui TIMEOUT 180)
# What executions look like.
desk_test(executionoverlay SOURCES tst_executionoverlay.cpp workflowstudio.h USES Desk::gui)
