# Conversations as files and on paper. Included by src/gui/CMakeLists.txt.
target_sources(desk_gui PRIVATE
    export/conversationexport.cpp export/conversationexport.h
    export/documentbuilder.cpp export/documentbuilder.h
    export/exportdialog.cpp export/exportdialog.h
    export/exportjob.cpp export/exportjob.h
    export/exportlook.cpp export/exportlook.h
    export/formattedcopy.cpp export/formattedcopy.h
    export/htmlwriter.cpp export/htmlwriter.h
    export/markdownhtml.cpp export/markdownhtml.h
    export/markdownpieces.cpp export/markdownpieces.h
    export/messagertf.cpp export/messagertf.h
    export/pageflow.cpp export/pageflow.h)
