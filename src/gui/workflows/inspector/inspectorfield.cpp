#include "gui/workflows/inspector/inspectorfield.h"

#include "gui/theme.h"
#include "gui/widgets/remarklabel.h"

#include <QVBoxLayout>

namespace desk {

using namespace Qt::StringLiterals;

InspectorField::InspectorField(const QString &name, const QString &key, QWidget *field, QWidget *parent)
    : QWidget(parent)
    , m_field(field)
    , m_problem(new RemarkLabel(RemarkLabel::Tone::Problem, key + u"Problem"_s, this))
    , m_hint(new RemarkLabel(RemarkLabel::Tone::Hint, key + u"Hint"_s, this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(Theme::space(this, 0.5));
    if (!name.isEmpty()) {
        auto *label = new PlainLabel(name, this);
        label->setWordWrap(true);
        column->addWidget(label);
    }
    field->setObjectName(key);
    if (field->accessibleName().isEmpty())
        field->setAccessibleName(name);
    column->addWidget(field);
    column->addWidget(m_problem);
    column->addWidget(m_hint);
}

void InspectorField::setHint(const QString &words)
{
    m_hint->say(words);
    describe();
}

void InspectorField::setProblem(const QString &words)
{
    m_problem->say(words);
    describe();
}

QString InspectorField::problem() const
{
    return m_problem->text();
}

void InspectorField::describe()
{
    QStringList words{m_problem->text(), m_hint->text()};
    words.removeAll(QString());
    m_field->setAccessibleDescription(words.join(u'\n'));
}

} // namespace desk
