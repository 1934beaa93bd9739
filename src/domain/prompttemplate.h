#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace desk {

// A prompt's text with variables (D-44): {{name}}, {{name|what stands there first}}, {{name: one, two, three}} to choose from, and
// {{clipboard}}, {{selection}}, {{date}}, which are filled in by themselves. Whatever is no variable stays as it is, also an open "{{".
class PromptTemplate
{
public:
    static constexpr qsizetype maxName = 60;
    static constexpr qsizetype maxVariable = 2000; // with everything between the braces
    static constexpr qsizetype maxFilled = 200'000;

    // What the variables that fill themselves stand for.
    struct Context {
        QString clipboard;
        QString selection;
        QString date;
    };
    // A variable that a person fills in, where it stands in the filled text. The same name may be there several times.
    struct Field {
        qsizetype start = 0;
        qsizetype length = 0;
        QString name;
        QStringList choices;
    };
    struct Filled {
        QString text;
        QList<Field> fields; // in the order of the text
    };

    // What a variable fills in is text and no template: it is not read again.
    [[nodiscard]] static Filled fill(const QString &text, const Context &context);
    [[nodiscard]] static QStringList variables(const QString &text); // names, each once
};

} // namespace desk
