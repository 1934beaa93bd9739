#include "gui/gallery/stage.h"

#include "i18n.h"

#include <QDir>
#include <QFile>
#include <QGuiApplication>
#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace desk::test {

namespace {

constexpr int waitMs = 10'000;
const QString account = u"team/ana"_s;

QByteArray compact(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

// Of a day long gone: "an hour ago" would be another picture each time.
QJsonObject conversation(const QString &id, const QString &title, const QString &preview, int messages, int daysBefore)
{
    const QDateTime time(QDate(2025, 5, 2).addDays(-daysBefore), QTime(9, 30), Qt::UTC);
    return {{u"id"_s, id},
            {u"title"_s, title},
            {u"last_message"_s, preview},
            {u"user_id"_s, u"ana"_s},
            {u"message_count"_s, messages},
            {u"created_at"_s, time.toString(Qt::ISODate)},
            {u"updated_at"_s, time.toString(Qt::ISODate)}};
}

QList<QJsonObject> servedConversations()
{
    return {conversation(u"c1"_s, u"Contract with the northern dealers"_s, u"The notice period is ninety days."_s, 40, 0),
            conversation(u"c2"_s, u"Quarterly figures"_s, u"South sold most, by a wide margin over the others."_s, 2, 1),
            conversation(u"c3"_s, u"\u0645\u0631\u062d\u0628\u0627 \u0628\u0643\u0645"_s, QString(), 0, 40)};
}

QByteArray conversationList()
{
    QJsonArray all;
    for (const QJsonObject &one : servedConversations())
        all.append(one);
    return compact({{u"conversations"_s, all}, {u"total"_s, all.size()}});
}

// Empty where there is no such one.
QByteArray conversationNamed(const QByteArray &id)
{
    if (id == "c9")
        return compact(conversation(u"c9"_s, u"A new question"_s, {}, 2, 0)); // what an answer makes of a new chat
    for (const QJsonObject &one : servedConversations()) {
        if (one.value("id"_L1).toString().toLatin1() == id)
            return compact(one);
    }
    return {};
}

QJsonObject message(const QString &id, const QString &role, const QString &content, int second)
{
    const QDateTime time(QDate(2025, 5, 2), QTime(9, 14));
    return {{u"id"_s, id}, {u"role"_s, role}, {u"content"_s, content}, {u"created_at"_s, time.addSecs(second).toString(Qt::ISODate)}};
}

// Newest first, as servers send them.
QByteArray longHistory()
{
    constexpr int count = 40;
    QJsonArray all;
    for (int i = count; i > 0; --i) {
        const QString text = i % 2 == 1 ? u"What does section %1 say of the notice period?"_s.arg(i)
                                        : u"Section **%1** says that the notice is *ninety days*, counted from the day on which the letter "
                                          u"arrives.\n\n- South agrees\n- North asks for `120` days"_s.arg(i);
        all.append(message(u"m%1"_s.arg(i), i % 2 == 1 ? u"user"_s : u"assistant"_s, text, i));
    }
    return compact({{u"messages"_s, all}, {u"total"_s, count}});
}

QByteArray shortHistory()
{
    const QJsonArray all{message(u"s2"_s, u"assistant"_s, u"**South** sold most: 115 293 units."_s, 2),
                         message(u"s1"_s, u"user"_s, u"Which region sold most in the third quarter?"_s, 1)};
    return compact({{u"messages"_s, all}, {u"total"_s, all.size()}});
}

} // namespace

QByteArray turnEvent(const QByteArray &type, const QJsonObject &data)
{
    static int id = 0;
    return "id: " + QByteArray::number(++id) + "\nevent: " + type + "\ndata: " + compact(data) + "\n\n";
}

QByteArray step(const QByteArray &type, const QString &source, const QString &message, const QJsonValue &data)
{
    return turnEvent(type, {{u"type"_s, QString::fromLatin1(type)}, {u"source"_s, source}, {u"message"_s, message}, {u"data"_s, data}});
}

QByteArray words(const QString &text)
{
    return step("content", u"table"_s, text, QJsonObject{{u"streaming"_s, true}, {u"partial"_s, true}});
}

QByteArray runCreated()
{
    return turnEvent("run_created", {{u"run_id"_s, u"r1"_s}, {u"conversation_id"_s, u"c9"_s}, {u"message_id"_s, u"m1"_s}});
}

QByteArray completed(const QJsonArray &citations)
{
    return turnEvent("message_complete", {{u"message_id"_s, u"m2"_s}, {u"conversation_id"_s, u"c9"_s}, {u"citations"_s, citations}});
}

QByteArray routed()
{
    return turnEvent("routing_decision", {{u"type"_s, u"routing_decision"_s},
                                          {u"selected_agents"_s, QJsonArray{u"table"_s}},
                                          {u"selected_tools"_s, QJsonArray{u"table_query"_s}},
                                          {u"confidence"_s, 0.92},
                                          {u"reasoning"_s, u"the question asks for a figure, and a table is attached"_s},
                                          {u"alternatives"_s, QJsonArray{u"contracts"_s}}});
}

QByteArray planned()
{
    const auto one = [](const QString &id, const QString &tool, const QString &objective, const QString &mode) {
        return QJsonObject{
            {u"id"_s, id}, {u"tool"_s, tool}, {u"objective"_s, objective}, {u"run_mode"_s, mode}, {u"args"_s, QJsonObject()}};
    };
    const QString summary = u"Compare both offers"_s;
    return step("plan", u"dispatcher"_s, summary,
                QJsonObject{{u"summary"_s, summary},
                            {u"steps"_s, QJsonArray{one(u"s1"_s, u"document_search"_s, u"Find the prices of offer A"_s, u"parallel"_s),
                                                    one(u"s2"_s, u"web_search"_s, u"Find the prices of offer B"_s, u"parallel"_s),
                                                    one(u"s3"_s, u"chat-agent"_s, u"Write the comparison"_s, u"serial"_s)}},
                            {u"parallel_groups"_s, QJsonArray{QJsonArray{u"s1"_s, u"s2"_s}}},
                            {u"feedback_points"_s, QJsonArray()}});
}

QList<QByteArray> toolUsed(const QString &tool)
{
    const QJsonArray values{QJsonArray{u"South"_s, 115293}, QJsonArray{u"North"_s, 98410}};
    const QJsonObject result{{u"columns"_s, QJsonArray{u"region"_s, u"units"_s}}, {u"rows"_s, values}};
    return {step("tool_start", u"table"_s, u"Using "_s + tool,
                 QJsonObject{{u"tool_name"_s, tool},
                             {u"call_id"_s, u"call-"_s + tool},
                             {u"input"_s, QJsonObject{{u"sql"_s, u"SELECT region, sum(units) FROM sales GROUP BY region"_s}}}}),
            step("tool_result", u"table"_s, u"Used "_s + tool,
                 QJsonObject{{u"tool_name"_s, tool},
                             {u"call_id"_s, u"call-"_s + tool},
                             {u"success"_s, true},
                             {u"result"_s, result},
                             {u"duration_ms"_s, 420}})};
}

Stage::Stage(const QString &inLook)
    : look(inLook)
{
    static const bool speaks = installTranslations(*QCoreApplication::instance(), QLocale(QLocale::English)); // plurals are in it
    Q_UNUSED(speaks)
    QCoreApplication::setApplicationVersion(QStringLiteral(DESK_VERSION)); // "About" shows it
    settings.set(Settings::Key::Theme, look == "dark"_L1 ? u"dark"_s : u"light"_s);
    QGuiApplication::setLayoutDirection(look == "rtl"_L1 ? Qt::RightToLeft : Qt::LeftToRight);
    script = [this](const Received &request) { return scripted(request); };
}

Stage::~Stage()
{
    window.reset(); // before what it shows
    QGuiApplication::setLayoutDirection(Qt::LeftToRight);
}

Scripted Stage::scripted(const Received &request)
{
    if (instead) {
        const Scripted answer = instead(request);
        if (!answer.pieces.isEmpty() || answer.end != Scripted::End::KeepAlive)
            return answer;
    }
    if (request.method == "POST" && request.target.contains("/chat/message")) {
        ++asked;
        return eventStream(turn, turnEnd);
    }
    if (request.target.startsWith("/conversations?"))
        return json(conversationList());
    if (request.target.startsWith("/conversations/c1/messages"))
        return json(longHistory());
    if (request.target.startsWith("/conversations/c2/messages"))
        return json(shortHistory());
    if (request.method == "GET" && request.target.startsWith("/conversations/") && !request.target.contains("/messages")) {
        const QByteArray id = request.target.mid(15);
        const QByteArray found = conversationNamed(id.split('?').constFirst());
        return found.isEmpty() ? Scripted{} : json(found);
    }
    return sample(request.target);
}

bool Stage::showWindow()
{
    tools.open(account);
    journal.open(account);
    drafts.open(account);
    options.open(account);
    ratings.open();
    Services all = services();
    all.compose = &compose;
    all.ratings = &ratings;
    if (addServices)
        addServices(all);
    theme.apply(settings.text(Settings::Key::Theme));
    window = std::make_unique<MainWindow>(all);
    window->show();
    window->resize(1180, 820);
    window->activateWindow();
    return QTest::qWaitForWindowActive(window.get()) &&
           QTest::qWaitFor([this] { return tools.marks().isLoaded() && options.isLoaded() && prompts.isLoaded() && drafts.isLoaded(); },
                           waitMs);
}

bool Stage::start(bool waitsForList)
{
    if (!showWindow() || !open())
        return false;
    agents.refresh();
    workflows.refresh();
    runs.refresh();
    conversations.refresh();
    return QTest::qWaitFor([this, waitsForList] { return agents.isLoaded() && (!waitsForList || conversations.isLoaded()); }, waitMs);
}

bool Stage::startAt(const Profile &profile)
{
    if (!showWindow())
        return false;
    workspace.open(profile);
    if (!QTest::qWaitFor([this] { return workspace.state() == Workspace::State::Ready; }, waitMs))
        return false;
    agents.refresh();
    conversations.refresh();
    return QTest::qWaitFor([this] { return agents.isLoaded() && conversations.isLoaded(); }, waitMs);
}

bool Stage::startOffline()
{
    if (!showWindow())
        return false;
    workspace.open({Profile::Kind::Team, u"Sales"_s, QUrl(u"http://127.0.0.1:9"_s), u"offline"_s});
    return QTest::qWaitFor([this] { return workspace.state() == Workspace::State::Failed; }, waitMs);
}

bool Stage::openIdle(const QString &id)
{
    page().openConversation(ConversationId(id));
    return QTest::qWaitFor([this] { return page().session()->state() == ChatSession::State::Idle && rows().rowCount() > 0; }, waitMs);
}

bool Stage::answered(const QString &question)
{
    ask(question);
    return QTest::qWaitFor(
        [this] {
            return rows().rowCount() > 1 && !page().session()->isBusy() && lastRow().role == Role::Assistant &&
                   lastRow().state == MessageState::Complete;
        },
        waitMs);
}

bool Stage::walkTo(int row, MessagePart::Kind kind, int index)
{
    const Qt::Key onwards = look == "rtl"_L1 ? Qt::Key_Left : Qt::Key_Right;
    view().setFocus();
    view().setCurrentIndex(rows().index(row));
    for (int i = 0; i < 60; ++i) {
        const MessagePart *part = view().focusedPart();
        if (part && part->kind == kind && part->index == index)
            return true;
        QTest::keyClick(&view(), onwards);
    }
    return false;
}

bool Stage::activatePart(int row, MessagePart::Kind kind, int index)
{
    if (!walkTo(row, kind, index))
        return false;
    QTest::keyClick(&view(), Qt::Key_Return);
    return true;
}

bool Stage::isShown(const char *objectName) const
{
    const auto *widget = find<QWidget>(objectName);
    return widget && widget->isVisible();
}

bool Stage::hasPart(int row, MessagePart::Kind kind, int index) const
{
    return view().partRect(row, kind, index).isValid();
}

void Stage::write(const QString &text) const
{
    edit()->setFocus();
    QTest::keyClicks(edit(), text);
}

void Stage::ask(const QString &text) const
{
    write(text);
    QTest::keyClick(edit(), Qt::Key_Return);
}

void Stage::press(int row, Qt::Key key, Qt::KeyboardModifiers modifiers) const
{
    view().setFocus();
    view().setCurrentIndex(rows().index(row));
    QTest::keyClick(&view(), key, modifiers);
}

QString Stage::file(const QString &name, const QByteArray &bytes) const
{
    QFile out(dir.filePath(name));
    return out.open(QIODevice::WriteOnly) && out.write(bytes) == bytes.size() ? out.fileName() : QString();
}

bool Stage::keep(QWidget &widget, const QString &name) const
{
    const QPixmap picture = widget.grab();
    if (picture.isNull())
        return false;
    const QString shots = qEnvironmentVariable("DESK_SHOTS");
    return shots.isEmpty() || picture.save(QDir(shots).filePath(name + u'-' + look + u".png"_s));
}

} // namespace desk::test
