#include "gui/workflows/inspector/schemasection.h"

#include "gui/workflows/inspector/inspectorfield.h"
#include "gui/workflows/inspector/jsonvalueedit.h"

#include <QVBoxLayout>

namespace desk {

SchemaSection::SchemaSection(const QString &member, const QString &name, const QString &key, QWidget *parent)
    : StepSection(parent)
    , m_member(member)
    , m_schema(new JsonValueEdit(JsonValueEdit::Kind::Object, this))
    , m_field(new InspectorField(name, key, m_schema, this))
{
    m_schema->setPlaceholderText(tr("JSON schema; without one anything is taken"));
    m_field->setHint(tr("The form for starting the workflow is made of it, with its defaults."));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->addWidget(m_field);
    connect(m_schema, &JsonValueEdit::edited, this, [this](const QJsonValue &value) { Q_EMIT edited({m_member}, value, true); });
    connect(m_schema, &JsonValueEdit::checked, this, [this] { m_field->setProblem(m_schema->problem()); });
}

void SchemaSection::load(const QJsonObject &object)
{
    m_schema->load(object.value(m_member));
}

} // namespace desk
