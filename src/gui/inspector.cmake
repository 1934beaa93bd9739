# The fields of a step and of a workflow. Included by src/gui/CMakeLists.txt.
target_sources(desk_gui PRIVATE
    workflows/inspector/agentstepsection.cpp workflows/inspector/agentstepsection.h
    workflows/inspector/choicebox.cpp workflows/inspector/choicebox.h
    workflows/inspector/commonsection.cpp workflows/inspector/commonsection.h
    workflows/inspector/conditionstepsection.cpp workflows/inspector/conditionstepsection.h
    workflows/inspector/foldsection.cpp workflows/inspector/foldsection.h
    workflows/inspector/guardrailssection.cpp workflows/inspector/guardrailssection.h
    workflows/inspector/humanoptions.cpp workflows/inspector/humanoptions.h
    workflows/inspector/humanstepsection.cpp workflows/inspector/humanstepsection.h
    workflows/inspector/inspectorfield.cpp workflows/inspector/inspectorfield.h
    workflows/inspector/inspectorsurroundings.h
    workflows/inspector/inspectorwords.cpp workflows/inspector/inspectorwords.h
    workflows/inspector/jsonvalueedit.cpp workflows/inspector/jsonvalueedit.h
    workflows/inspector/nestedstepssection.cpp workflows/inspector/nestedstepssection.h
    workflows/inspector/optionalnumberedit.cpp workflows/inspector/optionalnumberedit.h
    workflows/inspector/rawstepsection.cpp workflows/inspector/rawstepsection.h
    workflows/inspector/referencecompletion.cpp workflows/inspector/referencecompletion.h
    workflows/inspector/referenceedit.cpp workflows/inspector/referenceedit.h
    workflows/inspector/referencesource.cpp workflows/inspector/referencesource.h
    workflows/inspector/schemasection.cpp workflows/inspector/schemasection.h
    workflows/inspector/stepfacts.cpp workflows/inspector/stepfacts.h
    workflows/inspector/stepinspector.cpp workflows/inspector/stepinspector.h
    workflows/inspector/stepmembers.cpp workflows/inspector/stepmembers.h
    workflows/inspector/stepsection.h
    workflows/inspector/toolschema.cpp workflows/inspector/toolschema.h
    workflows/inspector/toolstepsection.cpp workflows/inspector/toolstepsection.h
    workflows/inspector/triggersection.cpp workflows/inspector/triggersection.h
    workflows/inspector/typedvalueedit.cpp workflows/inspector/typedvalueedit.h
    workflows/inspector/valuestepsection.cpp workflows/inspector/valuestepsection.h
    workflows/inspector/workflowfieldseditor.cpp workflows/inspector/workflowfieldseditor.h)
