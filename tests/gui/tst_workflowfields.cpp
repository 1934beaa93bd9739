// The workflow itself, and what holds of every field: WF-07, WF-19, BUG-74.
#include "gui/accessibility.h"
#include "gui/inspectorscene.h"

using namespace Qt::StringLiterals;
using namespace desk;
using namespace desk::test;

namespace {

// What does not fit beside the scroll bar.
QStringList widerThan(const QScrollArea *scroll)
{
    QStringList out;
    const QList<QWidget *> all = scroll->widget()->findChildren<QWidget *>();
    const int room = scroll->width() - scroll->verticalScrollBar()->sizeHint().width();
    for (const QWidget *one : all) {
        if (one->isVisible() && one->mapTo(scroll->widget(), QPoint(one->width(), 0)).x() > scroll->widget()->width())
            out.append(one->objectName());
    }
    if (scroll->widget()->minimumSizeHint().width() > room)
        out.append(QString::number(scroll->widget()->minimumSizeHint().width()));
    return out;
}

// A layout inside a layout is asked after it.
void settle()
{
    constexpr int deepest = 8;
    for (int i = 0; i < deepest; ++i)
        QCoreApplication::sendPostedEvents();
}

} // namespace

class TestWorkflowFields : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void BUG_74_everyTriggerIsWritten();
    void BUG_74_whatIsUnknownInATriggerStays();
    void WF_19_theWorkflowItselfIsWritten();
    void lookingChangesNothing();
    void everythingIsNamedAndReachedByTab();
    void WF_07_everyKindFitsIntoASidePane();
};

void TestWorkflowFields::BUG_74_everyTriggerIsWritten()
{
    Fields fields(R"({"name":"n","steps":[{"id":"a","type":"agent"}]})");
    QVERIFY(fields.show());
    auto *type = fields.find<QComboBox>("triggerType");
    QCOMPARE(type->currentIndex(), -1);
    pick(type, u"cron"_s);
    fields.write("triggerCron", u"0 9 * *"_s);
    QVERIFY(!fields.find<QLabel>("triggerCronProblem")->text().isEmpty());
    fields.write("triggerCron", u"0 9 * * 1"_s);
    QCOMPARE(fields.find<QLabel>("triggerCronProblem")->text(), QString());
    fields.write("triggerZone", u"Europe/Berlin"_s);
    press(Qt::Key_Return);
    QCOMPARE(fields.trigger(), object(R"({"type":"cron","cron":"0 9 * * 1","timezone":"Europe/Berlin"})"));
    pick(type, u"webhook"_s);
    fields.write("triggerPath", u"/hook"_s);
    pick(fields.find<QComboBox>("triggerAuth"), u"secret"_s);
    QCOMPARE(fields.trigger().value("path"_L1).toString(), u"/hook"_s);
    QCOMPARE(fields.trigger().value("auth"_L1).toString(), u"secret"_s);
    pick(type, u"event"_s);
    fields.write("triggerEvent", u"document.created"_s);
    fields.write("triggerFilter", uR"({"library":"x"})"_s);
    QCOMPARE(fields.trigger().value("event_type"_L1).toString(), u"document.created"_s);
    QCOMPARE(fields.trigger().value("filter"_L1).toObject(), object(R"({"library":"x"})"));
    pick(type, u"agent_completion"_s);
    pick(fields.find<QComboBox>("triggerAgent"), u"table"_s);
    QCOMPARE(fields.trigger().value("type"_L1).toString(), u"agent_completion"_s);
    QCOMPARE(fields.trigger().value("agent"_L1).toString(), u"table"_s);
}

void TestWorkflowFields::BUG_74_whatIsUnknownInATriggerStays()
{
    Fields fields(R"({"trigger":{"type":"moon","phase":"full","timezone":"Mars/Olympus"},"steps":[]})");
    QVERIFY(fields.show());
    auto *type = fields.find<QComboBox>("triggerType");
    QCOMPARE(type->currentText(), u"moon"_s);
    QVERIFY(!fields.find<QLabel>("triggerTypeProblem")->text().isEmpty());
    pick(type, u"cron"_s);
    QCOMPARE(fields.trigger(), object(R"({"type":"cron","phase":"full","timezone":"Mars/Olympus"})"));
    QVERIFY(!fields.find<QLabel>("triggerZoneProblem")->text().isEmpty());
    while (fields.desk.editing.canUndo()) // what the keys went over
        fields.desk.editing.undo();
    QCOMPARE(type->currentText(), u"moon"_s);
}

void TestWorkflowFields::WF_19_theWorkflowItselfIsWritten()
{
    Fields fields;
    QVERIFY(fields.show());
    fields.write("workflowName", u"Frost note"_s);
    fields.write("workflowDescription", u"Cold?"_s);
    QTest::mouseClick(fields.find<QWidget>("workflowActive"), Qt::LeftButton, {}, QPoint(6, 6));
    fields.write("timeout_seconds", u"90"_s);
    fields.write("workflowSchema", uR"({"type":"object"})"_s);
    QJsonObject expected = object(everyKind);
    expected.insert("name"_L1, u"Frost note"_s);
    expected.insert("description"_L1, u"Cold?"_s);
    expected.insert("is_active"_L1, false);
    expected.insert("guardrails"_L1, object(R"({"request_limit":5,"mood":"calm","timeout_seconds":90})"));
    expected.insert("input_schema"_L1, object(R"({"type":"object"})"));
    QCOMPARE(fields.desk.graph.definition(), expected);
    int entries = 0;
    for (; fields.desk.editing.canUndo(); ++entries)
        fields.desk.editing.undo();
    QCOMPARE(entries, 5);
    QCOMPARE(fields.desk.graph.definition(), object(everyKind));
}

void TestWorkflowFields::lookingChangesNothing()
{
    Fields fields;
    QVERIFY(fields.show());
    QVERIFY(fields.desk.show());
    const QList<NodeId> nodes = fields.desk.graph.nodes();
    for (const NodeId node : nodes) {
        fields.desk.inspector.setNode(node);
        const QList<QToolButton *> folds = fields.desk.inspector.findChildren<QToolButton *>();
        for (QToolButton *fold : folds) {
            if (fold->isCheckable())
                fold->setChecked(true);
        }
        for (int i = 0; i < 60; ++i)
            press(Qt::Key_Tab);
    }
    QVERIFY(!fields.desk.editing.canUndo());
    QCOMPARE(fields.desk.graph.definition(), object(everyKind));
}

void TestWorkflowFields::everythingIsNamedAndReachedByTab()
{
    Fields fields;
    QVERIFY(fields.show());
    QCOMPARE(namingProblems(fields.editor), QStringList());
    QCOMPARE(tabbingProblems(fields.editor), QStringList());
    Desk desk;
    QVERIFY(desk.show());
    const QList<NodeId> nodes = desk.graph.nodes();
    for (const NodeId node : nodes) {
        desk.inspector.setNode(node);
        desk.inspector.focusFirst();
        QVERIFY(desk.inspector.isAncestorOf(QApplication::focusWidget()));
        QCOMPARE(namingProblems(desk.inspector), QStringList());
        QCOMPARE(tabbingProblems(desk.inspector), QStringList());
    }
}

// A folder in DESK_INSPECTOR_SHOTS gets pictures to look at.
void TestWorkflowFields::WF_07_everyKindFitsIntoASidePane()
{
    const QString folder = qEnvironmentVariable("DESK_INSPECTOR_SHOTS");
    Theme theme(*qApp);
    for (const QString &look : {u"light"_s, u"dark"_s}) {
        theme.apply(look);
        Fields fields;
        Desk &desk = fields.desk;
        if (look == "dark"_L1)
            desk.inspector.setLayoutDirection(Qt::RightToLeft);
        QVERIFY(desk.show());
        const QList<QToolButton *> folds = desk.inspector.findChildren<QToolButton *>();
        for (QToolButton *fold : folds) {
            if (fold->isCheckable())
                fold->setChecked(true);
        }
        const QList<NodeId> nodes = desk.graph.nodes();
        for (const NodeId node : nodes) {
            desk.inspector.setNode(node);
            auto *scroll = desk.inspector.findChild<QScrollArea *>();
            settle();
            QCOMPARE(widerThan(scroll), QStringList());
            desk.inspector.resize(320, qMax(700, scroll->widget()->sizeHint().height()));
            settle();
            if (!folder.isEmpty())
                desk.inspector.grab().save(folder + u'/' + desk.graph.stepId(node) + u'-' + look + u".png"_s);
        }
        QVERIFY(fields.show());
        auto *scroll = fields.editor.findChild<QScrollArea *>();
        QCOMPARE(widerThan(scroll), QStringList());
        fields.editor.resize(320, scroll->widget()->sizeHint().height() + 20);
        settle();
        if (!folder.isEmpty())
            fields.editor.grab().save(folder + u"/fields-"_s + look + u".png"_s);
    }
    theme.apply(u"light"_s);
}

QTEST_MAIN(TestWorkflowFields)
#include "tst_workflowfields.moc"
