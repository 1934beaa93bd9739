# Markdown and text of strangers, made safe to show; spelling. Included by src/gui/CMakeLists.txt.
target_sources(desk_gui PRIVATE
    spell/spellchecker.cpp spell/spellchecker.h
    spell/spelldictionaries.cpp spell/spelldictionaries.h
    spell/spellengine.cpp spell/spellengine.h
    spell/spellmarks.cpp spell/spellmarks.h
    spell/wordfinder.cpp spell/wordfinder.h
    text/doclink.cpp text/doclink.h
    text/documentrange.cpp text/documentrange.h
    text/documentrangemarkdown.cpp
    text/exacttext.cpp text/exacttext.h
    text/htmlentities.cpp text/htmlentities.h
    text/htmltarget.cpp text/htmltarget.h
    text/isolated.cpp text/isolated.h
    text/linkopener.cpp text/linkopener.h
    text/linkrule.cpp text/linkrule.h
    text/markdownappend.cpp text/markdownappend.h
    text/markdownbuilder.cpp text/markdownbuilder.h
    text/markdownrenderer.cpp text/markdownrenderer.h
    text/markdownsplitter.cpp text/markdownsplitter.h
    text/markdownstyle.cpp text/markdownstyle.h
    text/markdowntarget.h
    text/plaintarget.cpp text/plaintarget.h
    text/rtfwriter.cpp text/rtfwriter.h
    text/safetextbrowser.cpp text/safetextbrowser.h
    text/safetextdocument.cpp text/safetextdocument.h
    text/textlimiter.cpp text/textlimiter.h
    text/textmatcher.cpp text/textmatcher.h
    text/textpage.h
    text/highlight/codecolors.cpp text/highlight/codecolors.h
    text/highlight/codelanguage.cpp text/highlight/codelanguage.h
    text/highlight/codelexer.cpp text/highlight/codelexer.h
    text/math/mathspans.cpp text/math/mathspans.h
    text/math/mathtext.cpp text/math/mathtext.h)
