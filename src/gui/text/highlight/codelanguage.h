#pragma once

#include <QList>
#include <QSet>
#include <QString>
#include <QStringView>

namespace desk {

// How one language is cut into tokens: a row of a table, no code. Looked up by what stands behind a fence; pure, any thread.
struct CodeLanguage {
    enum class Grammar { Words, Markup, Diff };
    struct Quote {
        QString open;
        QString close;
        bool escapes = true; // a backslash takes the next character along
        bool multiline = false;
    };

    QString name;          // as people write it: "C++"
    QString fileExtension; // without the dot
    QSet<QString> aliases; // lower case
    Grammar grammar = Grammar::Words;
    QStringList lineComments;
    QString blockOpen;
    QString blockClose;
    QList<Quote> quotes; // longer marks first
    QSet<QString> keywords;
    QSet<QString> types;
    bool ignoresCase = false;
    QChar lineMeta;           // "#include": at the start of a line
    QChar wordMeta;           // "@override": before a word
    QChar variable;           // "$HOME"
    bool bracketMeta = false; // "#[derive(…)]"
    bool quotedKeys = false;  // "key": value
    bool plainKeys = false;   // key: value
    bool charQuotes = false;  // 'a is a lifetime, 'a' a character
    bool rawStrings = false;  // R"x(…)x"
    bool hexColors = false;
    bool wordDashes = false; // margin-left is one word

    // Null for what we do not know: shown plain.
    [[nodiscard]] static const CodeLanguage *find(QStringView alias);
    [[nodiscard]] static const QList<CodeLanguage> &all();
};

// A name to save code of a language under: "code.py", "code.txt". Safe whatever the language says it is.
[[nodiscard]] QString codeFileName(QStringView alias);

} // namespace desk
