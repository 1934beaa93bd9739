// A tool server for tests: JSON-RPC 2.0 on standard input and output, one message a line. The first argument says how it behaves, the
// second names a file in which it notes what it was told:
//   good      four tools: echo (its input back), about (what it was started with), fail, hang (until it is cancelled)
//   many      a hundred tools on ten pages                 loop      pages without end
//   asks      asks the client before it answers            stubborn  as good, and ends by force only
//   version, notjson, wrongid, both, neither, scalar, endless, exit, silent: breaks that rule

#include <QByteArray>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStringList>

#include <csignal>
#include <iostream>
#include <string>
#include <unistd.h>

using namespace Qt::StringLiterals;

extern char **environ;

namespace {

class TestServer
{
public:
    explicit TestServer(QStringList arguments)
        : m_arguments(std::move(arguments))
        , m_mode(m_arguments.value(0))
    {
    }

    int run()
    {
        if (m_mode == "exit"_L1)
            return 3;
        if (m_mode == "stubborn"_L1)
            std::signal(SIGTERM, SIG_IGN);
        std::cerr << "confidential words of the program" << std::endl;
        std::string line;
        while (std::getline(std::cin, line))
            take(QJsonDocument::fromJson(QByteArray::fromStdString(line)).object());
        while (m_mode == "stubborn"_L1)
            ::pause();
        note(u"input closed"_s);
        return 0;
    }

private:
    void say(const QByteArray &line)
    {
        std::cout.write(line.constData(), line.size());
        std::cout << std::endl;
    }

    void say(QJsonObject message)
    {
        message.insert("jsonrpc"_L1, u"2.0"_s);
        say(QJsonDocument(message).toJson(QJsonDocument::Compact));
    }

    void answer(const QJsonValue &id, const QJsonObject &result) { say({{"id"_L1, id}, {"result"_L1, result}}); }

    void note(const QString &text)
    {
        QFile file(m_arguments.value(1));
        if (m_arguments.size() > 1 && file.open(QIODevice::Append))
            file.write(text.toUtf8() + '\n');
    }

    void take(const QJsonObject &message)
    {
        const QString method = message.value("method"_L1).toString();
        const QJsonObject params = message.value("params"_L1).toObject();
        note(method.isEmpty() ? QString::fromUtf8(QJsonDocument(message).toJson(QJsonDocument::Compact)) : method);
        if (m_mode == "silent"_L1)
            return;
        if (method == "initialize"_L1)
            greet(message.value("id"_L1), params);
        else if (method == "tools/list"_L1)
            list(message.value("id"_L1), params.value("cursor"_L1).toString().toInt());
        else if (method == "tools/call"_L1)
            call(message.value("id"_L1), params);
    }

    void greet(const QJsonValue &id, const QJsonObject &params)
    {
        const bool complete = params.value("clientInfo"_L1).isObject() && params.value("capabilities"_L1).isObject();
        const QString version = complete ? params.value("protocolVersion"_L1).toString() : u"incomplete"_s;
        answer(id, {{"protocolVersion"_L1, m_mode == "version"_L1 ? u"1999-01-01"_s : version},
                    {"capabilities"_L1, QJsonObject{{"tools"_L1, QJsonObject()}}},
                    {"serverInfo"_L1, QJsonObject{{"name"_L1, u"test"_s}}}});
    }

    static QJsonObject tool(const QString &name)
    {
        return {{"name"_L1, name}, {"description"_L1, u"d"_s}, {"inputSchema"_L1, QJsonObject{{"type"_L1, u"object"_s}}}};
    }

    void list(const QJsonValue &id, int page)
    {
        if (m_mode == "notjson"_L1)
            return say("Listening on port 80");
        if (m_mode == "wrongid"_L1)
            return answer(4711, {});
        if (m_mode == "both"_L1)
            return say({{"id"_L1, id}, {"result"_L1, QJsonObject()}, {"error"_L1, QJsonObject()}});
        if (m_mode == "neither"_L1)
            return say(QJsonObject{{"id"_L1, id}});
        if (m_mode == "scalar"_L1)
            return say({{"id"_L1, id}, {"result"_L1, 7}});
        if (m_mode == "endless"_L1) {
            const std::string piece(1024 * 1024, 'x');
            for (int i = 0; i < 9; ++i)
                std::cout << piece << std::flush;
            return;
        }
        if (m_mode == "asks"_L1) {
            say({{"id"_L1, u"q1"_s}, {"method"_L1, u"ping"_s}});
            say({{"id"_L1, u"q2"_s}, {"method"_L1, u"roots/list"_s}});
            say({{"method"_L1, u"notifications/message"_s}, {"params"_L1, QJsonObject()}});
        }
        listPage(id, page);
    }

    void listPage(const QJsonValue &id, int page)
    {
        if (m_mode == "loop"_L1)
            return answer(id, {{"tools"_L1, QJsonArray()}, {"nextCursor"_L1, QString::number(page + 1)}});
        QJsonObject result;
        QJsonArray tools;
        if (m_mode == "many"_L1) {
            for (int i = 0; i < 10; ++i)
                tools.append(tool(u"tool_%1"_s.arg(page * 10 + i)));
            if (page < 9)
                result.insert("nextCursor"_L1, QString::number(page + 1));
        } else {
            for (const QString &name : {u"echo"_s, u"about"_s, u"fail"_s, u"hang"_s})
                tools.append(tool(name));
        }
        result.insert("tools"_L1, tools);
        answer(id, result);
    }

    static QJsonObject text(const QString &words)
    {
        return {{"content"_L1, QJsonArray{QJsonObject{{"type"_L1, u"text"_s}, {"text"_L1, words}}}}};
    }

    void call(const QJsonValue &id, const QJsonObject &params)
    {
        const QString name = params.value("name"_L1).toString();
        QJsonObject result = text(u"done"_s);
        if (name == "hang"_L1)
            return note(u"pid %1"_s.arg(::getpid()));
        if (name == "fail"_L1) {
            result = text(u"It is not to be."_s);
            result.insert("isError"_L1, true);
        } else if (name == "echo"_L1) {
            result.insert("structuredContent"_L1, params.value("arguments"_L1).toObject());
        } else if (name == "about"_L1) {
            result.insert("structuredContent"_L1, about());
        } else {
            return say({{"id"_L1, id}, {"error"_L1, QJsonObject{{"code"_L1, -32602}, {"message"_L1, u"Unknown tool"_s}}}});
        }
        answer(id, result);
    }

    [[nodiscard]] QJsonObject about() const
    {
        QJsonArray variables;
        for (char **entry = environ; *entry; ++entry)
            variables.append(QString::fromLocal8Bit(*entry));
        return {{"pid"_L1, static_cast<qint64>(::getpid())},
                {"arguments"_L1, QJsonArray::fromStringList(m_arguments)},
                {"environment"_L1, variables}};
    }

    QStringList m_arguments;
    QString m_mode;
};

} // namespace

int main(int argc, char **argv)
{
    QStringList arguments;
    for (int i = 1; i < argc; ++i)
        arguments.append(QString::fromLocal8Bit(argv[i]));
    return TestServer(arguments).run();
}
