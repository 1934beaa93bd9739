#include "domain/prompttemplate.h"

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

struct Variable {
    QString name;
    QString text; // what stands there first
    QStringList choices;
};

bool isName(QStringView name)
{
    const auto fits = [](QChar c) { return c.isLetterOrNumber() || c == u'_' || c == u'-' || c == u' '; };
    return !name.isEmpty() && name.size() <= PromptTemplate::maxName && name.front().isLetter() &&
           std::all_of(name.cbegin(), name.cend(), fits);
}

std::optional<Variable> choiceOf(QStringView inside, qsizetype colon)
{
    Variable variable{inside.left(colon).trimmed().toString(), {}, {}};
    const auto parts = inside.mid(colon + 1).split(u',');
    for (const QStringView part : parts) {
        if (!part.trimmed().isEmpty())
            variable.choices.append(part.trimmed().toString());
    }
    if (!isName(variable.name) || variable.choices.isEmpty())
        return std::nullopt;
    variable.text = variable.choices.constFirst();
    return variable;
}

std::optional<Variable> variableOf(QStringView inside)
{
    const qsizetype bar = inside.indexOf(u'|');
    const qsizetype colon = inside.indexOf(u':');
    if (colon >= 0 && (bar < 0 || colon < bar))
        return choiceOf(inside, colon);
    const QString name = inside.left(bar < 0 ? inside.size() : bar).trimmed().toString();
    if (!isName(name))
        return std::nullopt;
    return Variable{name, bar < 0 ? name : inside.mid(bar + 1).trimmed().toString(), {}};
}

// Calls text(piece) and variable(Variable) in the order of the template.
template <typename Text, typename Found>
void walk(QStringView all, Text text, Found variable)
{
    qsizetype from = 0;
    for (qsizetype open = all.indexOf(u"{{"); open >= 0; open = all.indexOf(u"{{", open)) {
        const QStringView rest = all.mid(open + 2, PromptTemplate::maxVariable);
        const qsizetype close = rest.indexOf(u"}}");
        const QStringView inside = rest.left(std::max<qsizetype>(close, 0));
        const std::optional<Variable> found =
            close >= 0 && !inside.contains(u'\n') && !inside.contains(u'{') ? variableOf(inside) : std::nullopt;
        if (!found) {
            ++open; // "{{{name}}" may begin one further
            continue;
        }
        text(all.mid(from, open - from));
        variable(*found);
        from = open = open + 2 + close + 2;
    }
    text(all.mid(from));
}

const QString *filledByItself(const QString &name, const PromptTemplate::Context &context)
{
    if (name.compare("clipboard"_L1, Qt::CaseInsensitive) == 0)
        return &context.clipboard;
    if (name.compare("selection"_L1, Qt::CaseInsensitive) == 0)
        return &context.selection;
    return name.compare("date"_L1, Qt::CaseInsensitive) == 0 ? &context.date : nullptr;
}

} // namespace

PromptTemplate::Filled PromptTemplate::fill(const QString &text, const Context &context)
{
    Filled filled;
    walk(
        text, [&filled](QStringView piece) { filled.text += piece; },
        [&filled, &context](const Variable &variable) {
            if (const QString *own = filledByItself(variable.name, context)) {
                filled.text += own->left(std::max<qsizetype>(0, maxFilled - filled.text.size()));
                return;
            }
            filled.fields.append({filled.text.size(), variable.text.size(), variable.name, variable.choices});
            filled.text += variable.text;
        });
    return filled;
}

QStringList PromptTemplate::variables(const QString &text)
{
    QStringList names;
    walk(
        text, [](QStringView) {}, [&names](const Variable &variable) { names.append(variable.name); });
    names.removeDuplicates();
    return names;
}

} // namespace desk
