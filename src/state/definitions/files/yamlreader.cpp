#include "state/definitions/files/yamltext.h"
#include "wire/utf8.h"

#include <QCoreApplication>
#include <QHash>
#include <QJsonArray>
#include <QJsonObject>
#include <QMap>
#include <QRegularExpression>

#include <algorithm>
#include <cmath>
#include <exception>
#include <optional>
#include <sstream>
#include <string>
#include <utility>
#include <vector>
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/mark.h>
#include <yaml-cpp/parser.h>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(desk::YamlReader)
};

constexpr auto coreTags = "tag:yaml.org,2002:"_L1;

// Thrown through the library, and caught in this file.
struct Refusal {
    YAML::Mark mark;
    QString message;
};

[[noreturn]] void refuse(const YAML::Mark &mark, const QString &message)
{
    throw Refusal{mark, message};
}

std::optional<QJsonValue> wholeNumber(const QString &text)
{
    static const QRegularExpression decimal(uR"(\A[-+]?[0-9]+\z)"_s);
    static const QRegularExpression octal(uR"(\A0o[0-7]+\z)"_s);
    static const QRegularExpression hexadecimal(uR"(\A0x[0-9a-fA-F]+\z)"_s);
    const bool isOctal = octal.match(text).hasMatch();
    const bool isHexadecimal = hexadecimal.match(text).hasMatch();
    if (!isOctal && !isHexadecimal && !decimal.match(text).hasMatch())
        return std::nullopt;
    bool fits = false;
    const qlonglong whole = isOctal         ? text.mid(2).toLongLong(&fits, 8)
                            : isHexadecimal ? text.mid(2).toLongLong(&fits, 16)
                                            : text.toLongLong(&fits, 10);
    if (fits)
        return QJsonValue(static_cast<qint64>(whole));
    if (isOctal || isHexadecimal)
        return QJsonValue(text); // a checksum, say: no number that JSON has
    return QJsonValue(text.toDouble());
}

std::optional<QJsonValue> number(const YAML::Mark &mark, const QString &text)
{
    static const QRegularExpression decimal(uR"(\A[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?\z)"_s);
    static const QRegularExpression endless(uR"(\A(?:[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))\z)"_s);
    if (const auto whole = wholeNumber(text)) {
        if (whole->isDouble() && !std::isfinite(whole->toDouble()))
            refuse(mark, Texts::tr("This number is too large."));
        return whole;
    }
    if (endless.match(text).hasMatch())
        refuse(mark, Texts::tr("Infinity and “not a number” are no values here."));
    if (!decimal.match(text).hasMatch())
        return std::nullopt;
    const double value = text.toDouble();
    if (!std::isfinite(value))
        refuse(mark, Texts::tr("This number is too large."));
    return QJsonValue(value);
}

// The core schema of YAML 1.2.
QJsonValue plainValue(const YAML::Mark &mark, const QString &text)
{
    if (text.isEmpty() || text == u'~' || text == "null"_L1 || text == "Null"_L1 || text == "NULL"_L1)
        return QJsonValue::Null;
    if (text == "true"_L1 || text == "True"_L1 || text == "TRUE"_L1)
        return true;
    if (text == "false"_L1 || text == "False"_L1 || text == "FALSE"_L1)
        return false;
    return number(mark, text).value_or(QJsonValue(text));
}

bool fits(const QString &type, const QJsonValue &value)
{
    return (type == "int"_L1 && value.isDouble()) || (type == "float"_L1 && value.isDouble()) || (type == "bool"_L1 && value.isBool()) ||
           (type == "null"_L1 && value.isNull());
}

QJsonValue scalarValue(const YAML::Mark &mark, const QString &tag, const QString &text)
{
    if (tag.isEmpty() || tag == u'?')
        return plainValue(mark, text);
    if (tag == u'!' || tag == coreTags + "str"_L1)
        return text;
    if (tag.startsWith(coreTags)) {
        const QJsonValue value = plainValue(mark, text);
        if (fits(tag.mid(coreTags.size()), value))
            return value;
    }
    refuse(mark, Texts::tr("The type given for this value with “!” is not known here, or does not fit the value."));
}

class Builder : public YAML::EventHandler
{
public:
    [[nodiscard]] const QJsonValue &result() const { return m_result; }
    [[nodiscard]] bool hasResult() const { return m_documents > 0; }

    void OnDocumentStart(const YAML::Mark &mark) override
    {
        if (++m_documents > 1)
            refuse(mark, Texts::tr("A second document begins here. A file holds one."));
    }
    void OnDocumentEnd() override {}

    void OnNull(const YAML::Mark &mark, YAML::anchor_t anchor) override
    {
        count(mark, {1, 0, 0});
        if (expectsKey())
            key(mark, u"null"_s);
        else
            add(anchor, QJsonValue::Null, {1, 0, 0});
    }

    void OnAlias(const YAML::Mark &mark, YAML::anchor_t anchor) override
    {
        const auto known = m_anchored.constFind(anchor);
        if (known == m_anchored.cend() || expectsKey())
            refuse(mark, Texts::tr("This “*” points to what holds it, or stands where a name belongs."));
        if (static_cast<qsizetype>(m_open.size()) + known->size.height > YamlLimits::depth)
            refuse(mark, tooDeep());
        count(mark, known->size);
        add(0, known->value, known->size);
    }

    void OnScalar(const YAML::Mark &mark, const std::string &tag, YAML::anchor_t anchor, const std::string &value) override
    {
        const QString text = wire::textFromUtf8(QByteArrayView(value.data(), static_cast<qsizetype>(value.size())));
        const Size size{1, text.size(), 0};
        count(mark, size);
        if (!expectsKey())
            return add(anchor, scalarValue(mark, QString::fromStdString(tag), text), size);
        if (tag == "?" && text == "<<"_L1)
            refuse(mark, Texts::tr("Merging with “<<” is not taken. Write the members out, or put the name in quotation marks."));
        scalarValue(mark, tag == "?" ? u"!"_s : QString::fromStdString(tag), text); // for its tag
        key(mark, text);
        if (anchor != 0)
            m_anchored.insert(anchor, {text, size});
    }

    void OnSequenceStart(const YAML::Mark &mark, const std::string &tag, YAML::anchor_t anchor, YAML::EmitterStyle::value) override
    {
        open(mark, tag, anchor, false);
    }
    void OnSequenceEnd() override { close(); }
    void OnMapStart(const YAML::Mark &mark, const std::string &tag, YAML::anchor_t anchor, YAML::EmitterStyle::value) override
    {
        open(mark, tag, anchor, true);
    }
    void OnMapEnd() override { close(); }

private:
    struct Size {
        qsizetype nodes = 0;
        qsizetype text = 0;
        qsizetype height = 0; // of lists and objects inside each other
    };
    struct Anchored {
        QJsonValue value;
        Size size;
    };
    struct Open {
        bool isObject = false;
        YAML::anchor_t anchor = 0;
        std::optional<QString> key;
        QJsonArray items;
        QMap<QString, QJsonValue> members; // QJsonObject takes sorted ones without moving the others
        Size size;
    };

    static QString tooDeep()
    {
        return Texts::tr("This is nested too deep: %n levels are taken.", nullptr, static_cast<int>(YamlLimits::depth));
    }

    [[nodiscard]] bool expectsKey() const { return !m_open.empty() && m_open.back().isObject && !m_open.back().key; }

    void count(const YAML::Mark &mark, const Size &size)
    {
        m_nodes += size.nodes;
        m_text += size.text;
        if (m_nodes > YamlLimits::nodes || m_text > YamlLimits::bytes)
            refuse(mark, Texts::tr("Up to here there are more values than a file may have, counting what each “*” stands for."));
    }

    void key(const YAML::Mark &mark, const QString &name)
    {
        Open &object = m_open.back();
        if (object.members.contains(name))
            refuse(mark, Texts::tr("“%1” is given twice.").arg(name.left(100)));
        object.key = name;
        ++object.size.nodes;
        object.size.text += name.size();
    }

    void open(const YAML::Mark &mark, const std::string &tag, YAML::anchor_t anchor, bool isObject)
    {
        if (expectsKey())
            refuse(mark, Texts::tr("A name must be a text, not a list or an object."));
        if (static_cast<qsizetype>(m_open.size()) >= YamlLimits::depth)
            refuse(mark, tooDeep());
        const QString type = QString::fromStdString(tag);
        if (!type.isEmpty() && type != u'?' && type != u'!' && type != coreTags + (isObject ? "map"_L1 : "seq"_L1))
            refuse(mark, Texts::tr("The type given for this value with “!” is not known here, or does not fit the value."));
        count(mark, {1, 0, 0});
        Open opened;
        opened.isObject = isObject;
        opened.anchor = anchor;
        opened.size.nodes = 1;
        m_open.push_back(std::move(opened));
    }

    void close()
    {
        const Open closed = std::move(m_open.back());
        m_open.pop_back();
        Size size = closed.size;
        ++size.height;
        if (!closed.isObject)
            return add(closed.anchor, closed.items, size);
        QJsonObject object;
        for (auto member = closed.members.begin(); member != closed.members.end(); ++member)
            object.insert(member.key(), member.value());
        add(closed.anchor, object, size);
    }

    void add(YAML::anchor_t anchor, const QJsonValue &value, const Size &size)
    {
        if (anchor != 0)
            m_anchored.insert(anchor, {value, size});
        if (m_open.empty()) {
            m_result = value;
            return;
        }
        Open &holder = m_open.back();
        holder.size.nodes += size.nodes;
        holder.size.text += size.text;
        holder.size.height = std::max(holder.size.height, size.height);
        if (!holder.isObject) {
            holder.items.append(value);
            return;
        }
        holder.members.insert(*holder.key, value);
        holder.key.reset();
    }

    std::vector<Open> m_open;
    QHash<YAML::anchor_t, Anchored> m_anchored;
    QJsonValue m_result;
    qsizetype m_nodes = 0;
    qsizetype m_text = 0;
    int m_documents = 0;
};

Unexpected<Error> fault(const QString &message, const QString &detail = {})
{
    Error error;
    error.kind = Error::Kind::Protocol;
    error.message = message;
    error.detail = detail;
    return {error};
}

// Lines and columns count from nought, columns in bytes.
Unexpected<Error> faultAt(const QByteArray &text, int line, int column, const QString &message, const QString &detail = {})
{
    qsizetype start = 0;
    for (int i = 0; i < line; ++i)
        start = text.indexOf('\n', start) + 1;
    const qsizetype shown = QString::fromUtf8(text.mid(start, std::max(column, 0))).size() + 1;
    return fault(Texts::tr("Line %1, column %2: %3").arg(line + 1).arg(shown).arg(message), detail);
}

// The library takes some of them for the end of the file, and no text editor shows them.
std::optional<qsizetype> controlCharacterIn(const QByteArray &text)
{
    for (qsizetype i = 0; i < text.size(); ++i) {
        const auto c = static_cast<unsigned char>(text.at(i));
        if (c < 0x20 && c != '\n' && c != '\t')
            return i;
    }
    return std::nullopt;
}

QByteArray withoutLastLines(const QByteArray &text)
{
    qsizetype end = text.size();
    while (end > 0 && text.at(end - 1) == '\n')
        --end;
    return text.left(end);
}

QString explanation(const YAML::Exception &exception)
{
    const QString said = QString::fromStdString(exception.msg);
    if (said == QLatin1StringView(YAML::ErrorMsg::TAB_IN_INDENTATION))
        return Texts::tr("A tab stands at the beginning of this line. Use blanks.");
    if (said.startsWith(QLatin1StringView(YAML::ErrorMsg::UNKNOWN_ANCHOR)))
        return Texts::tr("This “*” points to nothing.");
    return Texts::tr("From here on this is no YAML. Look at the blanks at the beginning of the line, at quotation marks and at brackets.");
}

Result<QJsonValue> parsed(const QByteArray &text)
{
    try {
        std::istringstream stream(text.toStdString());
        YAML::Parser parser(stream);
        Builder builder;
        while (parser.HandleNextDocument(builder)) {
        }
        if (!builder.hasResult())
            return fault(Texts::tr("There is nothing in it."));
        return builder.result();
    } catch (const Refusal &refusal) {
        return faultAt(text, refusal.mark.line, refusal.mark.column, refusal.message);
    } catch (const YAML::Exception &exception) {
        return faultAt(text, std::max(exception.mark.line, 0), exception.mark.column, explanation(exception),
                       QString::fromStdString(exception.msg));
    } catch (const std::exception &exception) {
        return fault(Texts::tr("This is no YAML that can be read."), QString::fromUtf8(exception.what()));
    }
}

} // namespace

Result<QJsonValue> jsonOfYaml(const QByteArray &bytes)
{
    if (bytes.size() > YamlLimits::bytes)
        return fault(Texts::tr("It is too large: %1 MB are taken.").arg(YamlLimits::bytes / (1024 * 1024)));
    if (!wire::isValidUtf8(bytes))
        return fault(Texts::tr("Its text is not in UTF-8."));
    QByteArray text = bytes.startsWith("\xEF\xBB\xBF") ? bytes.mid(3) : bytes;
    text.replace("\r\n", "\n").replace('\r', '\n');
    if (const auto place = controlCharacterIn(text)) {
        const QByteArray before = text.left(*place);
        const qsizetype column = *place - (before.lastIndexOf('\n') + 1);
        return faultAt(text, static_cast<int>(before.count('\n')), static_cast<int>(column),
                       Texts::tr("A control character stands here. It must be written as “\\u…” in quotation marks."));
    }
    const Result<QJsonValue> read = parsed(text);
    // yaml-cpp 0.7 takes an open quotation for closed when the text ends with a line: without that end it says so.
    const QByteArray bare = withoutLastLines(text);
    if (read && bare.size() < text.size() && (bare.contains('"') || bare.contains('\''))) {
        if (const Result<QJsonValue> again = parsed(bare); !again)
            return again;
    }
    return read;
}

} // namespace desk
