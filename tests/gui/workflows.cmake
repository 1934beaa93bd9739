# The canvas and the outline of workflows.
desk_test(workflowlayout SOURCES tst_workflowlayout.cpp USES Desk::gui)
