#include "gui/chat/conversationhead.h"
#include "gui/widgets/elidedlabel.h"
#include "state/chat/chatsession.h"
#include "state/linearserver.h"
#include "state/models/conversationtotals.h"

#include <QHelpEvent>
#include <QLocale>
#include <QTest>
#include <QToolTip>

using namespace Qt::StringLiterals;
using namespace desk;
using namespace desk::test;

namespace {

// The head of c1, over a server that keeps one line of messages.
struct Fixture : TeamFixture {
    LinearServer line;
    QByteArray record = R"({"id":"c1","title":"Quarterly figures","message_count":2,"created_at":"2026-05-02T09:14:03",
        "updated_at":"2026-05-02T09:14:03"})";
    ChatSession session{api, workspace, conversations};
    ConversationHead head{conversations};

    Fixture()
    {
        features = treeFeatures;
        line.add(u"q1"_s, u"user"_s, u"Which region sold most?"_s);
        line.add(u"a1"_s, u"assistant"_s, u"South."_s);
        script = [this](const Received &request) -> Scripted {
            if (request.target.startsWith("/conversations?"))
                return json(R"({"total":1,"conversations":[)" + record + "]}");
            return line.handle(request);
        };
    }

    // Call it inside QVERIFY.
    [[nodiscard]] bool show(int rows = 2)
    {
        if (!open())
            return false;
        conversations.refresh();
        session.open(ConversationId(u"c1"_s));
        head.setSession(&session);
        head.resize(700, head.sizeHint().height());
        head.show();
        return QTest::qWaitFor([this, rows] { return session.transcript().rowCount() == rows && isIdle() && conversations.isLoaded(); },
                               5000);
    }
    [[nodiscard]] bool isIdle() const { return session.state() == ChatSession::State::Idle; }
    [[nodiscard]] ElidedLabel *facts() const { return head.findChild<ElidedLabel *>(u"conversationFacts"_s); }
    // Without the marks that keep names apart.
    [[nodiscard]] QString line1() const { return facts()->text().remove(QChar(0x2068)).remove(QChar(0x2069)); }
};

} // namespace

class TestConversationHead : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }
    void CH_20_nothingIsShownThatNobodySaid();
    void CH_20_whoAnsweredByWhichModelAndWhatItTook();
    void CH_20_aSumThatMissesSomethingSaysAtLeast();
    void CH_20_aLongHostileNameIsCutAndHarmless();
    void CH_20_aSessionThatIsGoneLeavesNothingBehind();
};

void TestConversationHead::CH_20_nothingIsShownThatNobodySaid()
{
    Fixture f;
    QVERIFY(!f.facts()->isVisibleTo(&f.head));
    QVERIFY(f.show());
    QTRY_COMPARE(f.line1(), u"2 messages"_s);
    QVERIFY(f.facts()->isVisible());
    QCOMPARE(f.facts()->accessibleName(), u"About this conversation: 2 messages"_s);
}

void TestConversationHead::CH_20_whoAnsweredByWhichModelAndWhatItTook()
{
    Fixture f;
    f.line.messages.clear();
    QVERIFY(f.show(0));
    f.head.setAgentNames({{u"chat"_s, u"Chat Agent"_s}});
    f.line.toldAtTheEnd = QJsonObject{{u"model"_s, u"large-1"_s},
                                      {u"usage"_s, QJsonObject{{u"prompt_tokens"_s, 1200}, {u"completion_tokens"_s, 34}}},
                                      {u"estimated_cost_dollars"_s, 0.0125}};
    f.session.send(u"one"_s, {}, {});
    QTRY_COMPARE(f.line1(), u"Chat Agent \u00B7 large-1 \u00B7 2 messages \u00B7 1,234 tokens \u00B7 $0.0125"_s);
    QTRY_VERIFY(f.isIdle());
    f.session.send(u"two"_s, {}, {});
    QTRY_COMPARE(f.line1(), u"Chat Agent \u00B7 large-1 \u00B7 4 messages \u00B7 2,468 tokens \u00B7 $0.0250"_s);
    f.line.toldAtTheEnd = {};
    QTRY_VERIFY(f.isIdle());
    f.session.send(u"three"_s, {}, {}); // one that says nothing of itself
    QTRY_COMPARE(f.line1(), u"Chat Agent \u00B7 6 messages \u00B7 at least 2,468 tokens \u00B7 at least $0.0250"_s);
    QVERIFY(f.facts()->accessibleName().contains(u"at least 2,468 tokens"_s));
}

void TestConversationHead::CH_20_aSumThatMissesSomethingSaysAtLeast()
{
    Fixture f;
    f.line.promised = 40; // older ones that are not loaded
    QVERIFY(f.show());
    QTRY_COMPARE(f.line1(), u"42 messages"_s);
    f.line.toldAtTheEnd = QJsonObject{{u"usage"_s, QJsonObject{{u"total_tokens"_s, 500}}}};
    f.session.send(u"one"_s, {}, {});
    QTRY_COMPARE(f.line1(), u"44 messages \u00B7 at least 500 tokens"_s);
    QCOMPARE(f.head.totals()->tokens(), 500);
}

void TestConversationHead::CH_20_aLongHostileNameIsCutAndHarmless()
{
    Fixture f;
    f.line.messages.clear();
    QVERIFY(f.show(0));
    f.line.toldAtTheEnd = QJsonObject{{u"model"_s, u"<img src=x> \u202E"_s + QString(4000, u'w')}};
    f.session.send(u"one"_s, {}, {});
    QTRY_VERIFY(f.line1().contains(u"<img src=x>"_s));
    QVERIFY(f.line1().size() < 200);
    QVERIFY(!f.facts()->text().contains(QChar(0x202E)));
    f.head.resize(120, f.head.height());
    QVERIFY(f.facts()->isElided());
    QHelpEvent help(QEvent::ToolTip, {2, 2}, f.facts()->mapToGlobal(QPoint(2, 2)));
    QApplication::sendEvent(f.facts(), &help);
    QVERIFY(QToolTip::text().contains(u"&lt;img"_s)); // as text, whatever a tip makes of it
    for (const Qt::LayoutDirection direction : {Qt::LeftToRight, Qt::RightToLeft}) {
        f.head.setLayoutDirection(direction);
        QVERIFY(!f.head.grab().isNull());
    }
    f.head.resize(4000, f.head.height());
    QVERIFY(!f.facts()->isElided());
}

void TestConversationHead::CH_20_aSessionThatIsGoneLeavesNothingBehind()
{
    Fixture f;
    QVERIFY(f.open());
    auto session = std::make_unique<ChatSession>(f.api, f.workspace, f.conversations);
    session->open(ConversationId(u"c1"_s));
    f.head.setSession(session.get());
    QTRY_COMPARE(f.line1(), u"2 messages"_s);
    session.reset();
    QVERIFY(f.facts()->text().isEmpty());
    QVERIFY(f.head.totals() == nullptr);
    f.head.setAgentNames({});
    QVERIFY(f.facts()->text().isEmpty());
}

QTEST_MAIN(TestConversationHead)
#include "tst_conversationhead.moc"
