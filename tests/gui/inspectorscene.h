#pragma once

#include "gui/schemaform/schemaeditor.h"
#include "gui/schemaform/schemaform.h"
#include "gui/schemaform/schemarow.h"
#include "gui/theme.h"
#include "gui/workflows/inspector/referencecompletion.h"
#include "gui/workflows/inspector/referenceedit.h"
#include "gui/workflows/inspector/stepinspector.h"
#include "gui/workflows/inspector/stepmembers.h"
#include "gui/workflows/inspector/workflowfieldseditor.h"
#include "state/workflows/workflowediting.h"
#include "state/workflows/workflowgraph.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QComboBox>
#include <QJsonDocument>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTableWidget>
#include <QTest>
#include <QToolButton>

namespace desk::test {

using namespace Qt::StringLiterals;

inline QJsonObject object(const QByteArray &json)
{
    return QJsonDocument::fromJson(json).object();
}

inline const QByteArray everyKind = R"({
  "name":"Weather note","description":"Says when it is cold.","is_active":true,"colour":"blue",
  "trigger":{"type":"cron","cron":"0 9 * * 1","timezone":"Europe/Berlin","owner":"Ada"},"guardrails":{"request_limit":5,"mood":"calm"},
  "steps":[
   {"id":"wx","type":"tool","name":"Ask the weather","tool":"get_weather","tool_args":{"location":"$.input.city","hours":6},"retry":{"n":3}},
   {"id":"cold","type":"condition","condition":{"field":"$.wx.temperature","operator":"lt","value":5,"then_step":"warn","else_step":"gone",
     "note":"x"},"next_step":"warn"},
   {"id":"warn","type":"agent","name":"Warn","agent":"chat-agent","agent_id":"a1","agent_prompt":"Warn about $.wx and $.nobody.","output_key":"k"},
   {"id":"ask","type":"human","human_config":{"notification":"Send it?","options":[{"id":"yes","label":"Yes","colour":"green"},
     {"id":"no","label":"No"}],"timeout_minutes":5,"on_timeout":"fail","channels":["email","slack"]}},
   {"id":"both","type":"parallel","parallel_steps":[{"id":"one","type":"tool","tool":"search"},{"id":"two","type":"tool","tool":"mine"}]},
   {"id":"each","type":"loop","loop_config":{"items_path":"$.input.cities","item_variable":"town","pace":1,"steps":[
     {"id":"say","type":"agent","agent":"chat-agent","agent_prompt":""}]}},
   {"id":"start","type":"input","schema":{"type":"object"}},
   {"id":"result","type":"output","value":"$.warn.result"},
   {"id":"shape","type":"transform","transform":{"value":"$.wx","operation":"keys","x":1}},
   {"id":"odd","type":"teleport","where":"Mars","deep":{"a":[1]}}]})";

// The inspector in a window as narrow as a side pane.
struct Desk {
    WorkflowGraph graph;
    WorkflowEditing editing{graph};
    StepInspector inspector{editing};
    InspectorSurroundings known;

    explicit Desk(const QByteArray &definition = everyKind)
    {
        initGuiResources();
        graph.setDefinition(object(definition));
        Agent chat;
        chat.id = AgentId(u"a1"_s);
        chat.name = u"chat-agent"_s;
        chat.displayName = u"Chat"_s;
        Agent table;
        table.id = AgentId(u"a2"_s);
        table.name = u"table"_s;
        Tool weather;
        weather.name = u"get_weather"_s;
        weather.description = u"Tells the weather."_s;
        weather.schema = object(R"({"input":{"type":"object","required":["location"],"properties":{
            "location":{"type":"string","title":"Place"},"hours":{"type":"integer","title":"Hours"}}},
            "output":{"type":"object","properties":{"temperature":{"type":"number"},"wind_speed":{"type":"number"}}}})");
        known.hasAgents = true;
        known.hasTools = true;
        known.agents = {chat, table};
        known.tools = {weather};
        known.lastRun = object(R"({"input":{"city":"Berlin"},"wx":{"temperature":-3.5,"conditions":"frost"}})");
        inspector.setSurroundings(known);
        inspector.resize(320, 760);
    }
    [[nodiscard]] bool show(const char *id = nullptr) // inside QVERIFY
    {
        if (id != nullptr)
            choose(id);
        inspector.show();
        inspector.activateWindow();
        return QTest::qWaitForWindowActive(&inspector);
    }
    void choose(const char *id) { inspector.setNode(node(id)); }
    [[nodiscard]] NodeId node(const char *id) const { return graph.nodeOfStepId(QLatin1StringView(id)); }
    [[nodiscard]] QJsonObject step(const char *id) const { return graph.step(node(id)); }
    [[nodiscard]] QJsonValue at(const char *id, const QString &path) const { return stepmembers::at(step(id), path.split(u'.')); }
    template <typename T>
    [[nodiscard]] T *find(const char *name) const
    {
        const QList<T *> all = inspector.findChildren<T *>(QLatin1StringView(name));
        for (T *one : all) {
            if (one->isVisibleTo(&inspector))
                return one;
        }
        return nullptr;
    }
    [[nodiscard]] QString said(const char *name) const
    {
        const auto *label = find<QLabel>(name);
        return label != nullptr ? label->text() : QString();
    }
    template <typename T>
    T *enter(const char *name) // the focus, as Tab gives it
    {
        auto *field = find<T>(name);
        if (field != nullptr)
            field->setFocus(Qt::TabFocusReason);
        return field;
    }
    [[nodiscard]] SchemaRow *row(const QString &key) const
    {
        const QList<SchemaRow *> rows = inspector.findChildren<SchemaRow *>();
        for (SchemaRow *one : rows) {
            if (one->key() == key && one->isVisible())
                return one;
        }
        return nullptr;
    }
};

// Where the window system would send keys to.
inline QWidget *keyTarget()
{
    QWidget *popup = QApplication::activePopupWidget();
    return popup != nullptr ? popup : QApplication::focusWidget();
}

inline void type(const QString &text)
{
    for (const QChar one : text)
        QTest::keyClick(keyTarget(), one.toLatin1());
}

inline void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
{
    QTest::keyClick(keyTarget(), key, modifiers);
}

inline void typeOver(const QString &text)
{
    press(Qt::Key_A, Qt::ControlModifier);
    if (text.isEmpty())
        press(Qt::Key_Delete);
    type(text);
}

// By keys, from the one it stands on.
inline void pickAt(QComboBox *box, int target)
{
    box->setFocus(Qt::TabFocusReason);
    for (int i = 0; i < box->count() && box->currentIndex() != target; ++i)
        QTest::keyClick(box, box->currentIndex() < target ? Qt::Key_Down : Qt::Key_Up);
}

inline void pick(QComboBox *box, const QString &word)
{
    pickAt(box, box->findData(word));
}

inline void pickText(QComboBox *box, const QString &text)
{
    pickAt(box, box->findText(text));
}

// What the definition says beside what was meant to change.
inline QJsonObject without(QJsonObject step, const QString &member)
{
    step.remove(member);
    return step;
}

// The fields of the workflow in a window of their own.
struct Fields {
    Desk desk;
    WorkflowFieldsEditor editor{desk.editing};

    explicit Fields(const QByteArray &definition = everyKind)
        : desk(definition)
    {
        editor.setSurroundings(desk.known);
        editor.resize(320, 800);
    }
    [[nodiscard]] bool show()
    {
        editor.show();
        editor.activateWindow();
        return QTest::qWaitForWindowActive(&editor);
    }
    template <typename T>
    [[nodiscard]] T *find(const char *name) const
    {
        return editor.findChild<T *>(QLatin1StringView(name));
    }
    void write(const char *name, const QString &text) const
    {
        find<QWidget>(name)->setFocus(Qt::TabFocusReason);
        typeOver(text);
    }
    [[nodiscard]] QJsonObject trigger() const { return desk.graph.fields().value("trigger"_L1).toObject(); }
};

} // namespace desk::test
