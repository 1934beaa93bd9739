#pragma once

#include "gui/agents/agentspage.h"
#include "guifixture.h"
#include "state/agentserver.h"

#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QTest>

namespace desk::test {

using namespace Qt::StringLiterals;

inline QJsonObject agentJson(const QString &id, const QString &name)
{
    return {{"id"_L1, id},
            {"name"_L1, name},
            {"display_name"_L1, QString(u"Title of "_s + name)},
            {"description"_L1, u"Reads contracts"_s},
            {"model"_L1, u"agent"_s},
            {"instructions"_L1, u"Be exact."_s},
            {"tools"_L1, QJsonObject{{"names"_L1, QJsonArray{u"document_search"_s}}}},
            {"scopes"_L1, QJsonArray()},
            {"visibility"_L1, u"personal"_s},
            {"colour"_L1, u"red"_s},
            {"version"_L1, 3}};
}

// The window on its page of agents, on a server that keeps what is written. Agents: "a1", a personal one, and "b1", built in.
struct AgentScene : GuiFixture {
    AgentServer server{};

    [[nodiscard]] bool start()
    {
        server.agents.insert(u"a1"_s, agentJson(u"a1"_s, u"contracts"_s));
        QJsonObject builtin = agentJson(u"b1"_s, u"dispatcher"_s);
        builtin.insert("visibility"_L1, u"builtin"_s);
        builtin.insert("is_builtin"_L1, true);
        server.agents.insert(u"b1"_s, builtin);
        script = [this](const Received &request) { return answer(request); };
        if (!show() || !openAndLoad())
            return false;
        definitions.open(u"ada"_s);
        window->showPage(u"agents"_s);
        return find<QListView>("agentList")->model()->rowCount() == 2;
    }
    [[nodiscard]] bool choose(const QString &id) const { return find<AgentsPage>("agentsPage")->choose(AgentId(id)); }
    void press(const char *button) const { QTest::mouseClick(find<QPushButton>(button), Qt::LeftButton); }
    [[nodiscard]] QJsonValue held(QLatin1StringView member) const { return server.agents.value(u"a1"_s).value(member); }
    // Replaces what stands in the field by typing.
    void type(const char *field, const QString &text) const
    {
        auto *widget = find<QWidget>(field);
        widget->setFocus();
        QTest::keySequence(widget, QKeySequence::SelectAll);
        if (text.isEmpty())
            QTest::keyClick(widget, Qt::Key_Delete);
        else
            QTest::keyClicks(widget, text);
    }
    [[nodiscard]] QString words(const char *label) const
    {
        const auto *found = find<QLabel>(label);
        return found && found->isVisible() ? found->text() : QString();
    }

private:
    [[nodiscard]] Scripted answer(const Received &request)
    {
        if (request.target == "/agents/models")
            return json(R"({"object":"list","data":[{"id":"agent","object":"model"},{"id":"fast","object":"model"}]})");
        if (request.target == "/agents/tools")
            return json(R"([{"id":"t1","name":"document_search","description":"Finds places in files","scopes":["data:read"],
                             "entrypoint":"a:b","is_builtin":true},
                            {"id":"t2","name":"web_search","description":"Looks on the web","entrypoint":"a:c","is_builtin":true}])");
        const Scripted known = request.target.startsWith("/agents/workflows") ? Scripted{} : server.answer(request);
        return known.pieces.isEmpty() ? sample(request.target) : known;
    }
};

} // namespace desk::test
