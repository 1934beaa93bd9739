#include "gui/agents/editor/basicssection.h"

#include "gui/agents/editor/fieldblock.h"
#include "gui/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QCompleter>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace desk {

using namespace Qt::StringLiterals;

namespace {

void setText(QLineEdit *field, const QString &text)
{
    if (field->text() != text)
        field->setText(text);
}

} // namespace

BasicsSection::BasicsSection(QWidget *parent)
    : AgentSection(parent)
    , m_name(new QLineEdit(this))
    , m_displayName(new QLineEdit(this))
    , m_description(new QLineEdit(this))
    , m_model(new QComboBox(this))
    , m_visibility(new QComboBox(this))
    , m_appId(new QLineEdit(this))
    , m_active(new QCheckBox(tr("In &use"), this))
    , m_frontier(new QCheckBox(tr("May fall &back to the most capable model"), this))
    , m_nameBlock(new FieldBlock(tr("Na&me"), u"agentName"_s, m_name, this))
    , m_displayNameBlock(new FieldBlock(tr("&Title"), u"agentTitle"_s, m_displayName, this))
    , m_descriptionBlock(new FieldBlock(tr("&Description"), u"agentDescription"_s, m_description, this))
    , m_modelBlock(new FieldBlock(tr("&Language model"), u"agentModel"_s, m_model, this))
    , m_visibilityBlock(new FieldBlock(tr("Fo&r whom"), u"agentVisibility"_s, m_visibility, this))
    , m_appIdBlock(new FieldBlock(tr("Applic&ation"), u"agentAppId"_s, m_appId, this))
{
    build();
    connectFields();
}

void BasicsSection::build()
{
    m_displayName->setPlaceholderText(tr("What people see; without one, the name"));
    m_description->setPlaceholderText(tr("What it is good for, in a sentence"));
    m_model->setEditable(true);
    m_model->setInsertPolicy(QComboBox::NoInsert);
    m_model->completer()->setFilterMode(Qt::MatchContains);
    m_model->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_active->setObjectName(u"agentActive"_s);
    m_frontier->setObjectName(u"agentFrontier"_s);
    m_frontier->setToolTip(tr("Questions may then leave for a model outside your organisation. Not for what is sensitive."));
    m_frontier->setAccessibleDescription(m_frontier->toolTip());

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(Theme::space(this, 1.5));
    for (QWidget *part : std::initializer_list<QWidget *>{m_nameBlock, m_displayNameBlock, m_descriptionBlock, m_modelBlock,
                                                          m_visibilityBlock, m_appIdBlock, m_active, m_frontier})
        column->addWidget(part);
}

void BasicsSection::connectFields()
{
    for (QLineEdit *field : {m_name, m_displayName, m_description, m_appId})
        connect(field, &QLineEdit::textEdited, this, [this, field] { Q_EMIT edited(field->objectName()); });
    connect(m_model, &QComboBox::currentTextChanged, this, [this] { Q_EMIT edited(m_model->objectName()); });
    connect(m_visibility, &QComboBox::activated, this, [this] { Q_EMIT edited(m_visibility->objectName()); });
    for (QCheckBox *box : {m_active, m_frontier})
        connect(box, &QCheckBox::clicked, this, [this, box] { Q_EMIT edited(box->objectName()); });
}

void BasicsSection::show(const Agent &agent, bool isNew)
{
    const QSignalBlocker model(m_model);
    setText(m_name, agent.name);
    m_name->setReadOnly(!isNew);
    m_nameBlock->setHint(isNew ? tr("Small letters, digits and hyphens. It cannot be changed later.")
                               : tr("The name cannot be changed: conversations and workflows know the agent by it."));
    setText(m_displayName, agent.displayName);
    setText(m_description, agent.description);
    if (m_model->currentText() != agent.model)
        m_model->setCurrentText(agent.model);
    showVisibility(agent.visibility);
    setText(m_appId, agent.appId);
    m_appIdBlock->setVisible(agent.visibility.value() == AgentVisibility::Application || !agent.appId.isEmpty());
    m_active->setChecked(agent.isActive);
    m_frontier->setChecked(agent.allowFrontierFallback);
}

// A word this version does not know stays what it is (contract 5).
void BasicsSection::showVisibility(const OpenEnum<AgentVisibility> &visibility)
{
    m_visibility->clear();
    m_visibility->addItem(tr("Only me"), OpenEnum(AgentVisibility::Personal).wire());
    m_visibility->addItem(tr("People it is shared with"), OpenEnum(AgentVisibility::Shared).wire());
    m_visibility->addItem(tr("Everyone who may use its application"), OpenEnum(AgentVisibility::Application).wire());
    const QString word = visibility.wire().isEmpty() ? OpenEnum(AgentVisibility::Personal).wire() : visibility.wire();
    if (m_visibility->findData(word) < 0)
        m_visibility->addItem(word, word);
    m_visibility->setCurrentIndex(m_visibility->findData(word));
}

void BasicsSection::apply(Agent &agent) const
{
    agent.name = m_name->text();
    agent.displayName = m_displayName->text();
    agent.description = m_description->text();
    agent.model = m_model->currentText();
    agent.visibility = OpenEnum<AgentVisibility>::fromWire(m_visibility->currentData().toString());
    agent.appId = m_appId->text();
    agent.isActive = m_active->isChecked();
    agent.allowFrontierFallback = m_frontier->isChecked();
}

void BasicsSection::setRemarks(const QList<AgentRemark> &remarks)
{
    m_nameBlock->setRemarks(remarks, AgentField::Name);
    m_displayNameBlock->setRemarks(remarks, AgentField::DisplayName);
    m_descriptionBlock->setRemarks(remarks, AgentField::Description);
    m_modelBlock->setRemarks(remarks, AgentField::Model);
    m_visibilityBlock->setRemarks(remarks, AgentField::Visibility);
    m_appIdBlock->setRemarks(remarks, AgentField::AppId);
}

void BasicsSection::setSurroundings(const AgentSurroundings &known)
{
    const QSignalBlocker blocker(m_model);
    const QString chosen = m_model->currentText();
    m_model->clear();
    m_model->addItems(known.models.value_or(QStringList()));
    m_model->setCurrentText(chosen);
}

bool BasicsSection::focusField(AgentField field)
{
    QWidget *target = nullptr;
    switch (field) {
    case AgentField::Name:
        target = m_name;
        break;
    case AgentField::DisplayName:
        target = m_displayName;
        break;
    case AgentField::Description:
        target = m_description;
        break;
    case AgentField::Model:
        target = m_model;
        break;
    case AgentField::Visibility:
        target = m_visibility;
        break;
    case AgentField::AppId:
        target = m_appId;
        break;
    default:
        return false;
    }
    target->setFocus(Qt::OtherFocusReason);
    return true;
}

} // namespace desk
