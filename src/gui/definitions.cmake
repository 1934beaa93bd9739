# Versions of definitions and what is different between them. Included by src/gui/CMakeLists.txt.
target_sources(desk_gui PRIVATE
    definitions/definitiondiff.cpp definitions/definitiondiff.h
    definitions/definitiondiffdelegate.cpp definitions/definitiondiffdelegate.h
    definitions/definitiondiffmodel.cpp definitions/definitiondiffmodel.h
    definitions/definitiondifftable.cpp definitions/definitiondifftable.h
    definitions/definitiondiffview.cpp definitions/definitiondiffview.h
    definitions/definitionexchange.cpp definitions/definitionexchange.h
    definitions/definitionexportdialog.cpp definitions/definitionexportdialog.h
    definitions/definitionimportdialog.cpp definitions/definitionimportdialog.h
    definitions/definitionwords.cpp definitions/definitionwords.h
    definitions/exchangebar.cpp definitions/exchangebar.h
    definitions/importplanview.cpp definitions/importplanview.h
    definitions/linediff.cpp definitions/linediff.h
    definitions/promotiondialog.cpp definitions/promotiondialog.h
    definitions/versionsdialog.cpp definitions/versionsdialog.h)
