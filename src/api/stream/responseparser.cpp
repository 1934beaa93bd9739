#include "api/stream/responseparser.h"

#include <http_parser.h>

namespace desk {

namespace {

constexpr qsizetype maxHeadBytes = 64 * 1024;
constexpr int maxHeaders = 200;

} // namespace

struct ResponseParser::State {
    http_parser parser{};
    http_parser_settings settings{};
    Handlers handlers;
    QHash<QByteArray, QByteArray> headers;
    QByteArray name;
    QByteArray value;
    qsizetype headBytes = 0;
    bool readingValue = false;
    bool headComplete = false;
    bool complete = false;
    bool tooLarge = false;

    static State &of(http_parser *parser) { return *static_cast<State *>(parser->data); }

    void endHeader()
    {
        if (readingValue)
            headers.insert(name.toLower(), value);
        name.clear();
        value.clear();
        readingValue = false;
    }

    int grow(size_t size)
    {
        headBytes += static_cast<qsizetype>(size);
        tooLarge = tooLarge || headBytes > maxHeadBytes || headers.size() > maxHeaders;
        return tooLarge ? 1 : 0;
    }

    int takeName(const char *data, size_t size)
    {
        if (readingValue)
            endHeader();
        name.append(data, static_cast<qsizetype>(size));
        return grow(size);
    }

    int takeValue(const char *data, size_t size)
    {
        readingValue = true;
        value.append(data, static_cast<qsizetype>(size));
        return grow(size);
    }
};

ResponseParser::ResponseParser(Handlers handlers)
    : m_state(std::make_unique<State>())
{
    http_parser_init(&m_state->parser, HTTP_RESPONSE);
    http_parser_settings_init(&m_state->settings);
    m_state->parser.data = m_state.get();
    m_state->handlers = std::move(handlers);
    http_parser_settings &on = m_state->settings;
    on.on_header_field = [](http_parser *p, const char *at, size_t size) { return State::of(p).takeName(at, size); };
    on.on_header_value = [](http_parser *p, const char *at, size_t size) { return State::of(p).takeValue(at, size); };
    on.on_headers_complete = [](http_parser *p) {
        State &state = State::of(p);
        state.endHeader();
        if (p->status_code >= 200) {
            state.headComplete = true;
            state.handlers.onHead();
        }
        return 0;
    };
    on.on_body = [](http_parser *p, const char *at, size_t size) {
        State::of(p).handlers.onBody(at, static_cast<qsizetype>(size));
        return 0;
    };
    on.on_message_complete = [](http_parser *p) {
        State &state = State::of(p);
        if (!state.headComplete) { // an interim answer: the real one follows
            state.headers.clear();
            return 0;
        }
        state.complete = true;
        http_parser_pause(p, 1); // what follows is not ours
        return 0;
    };
}

ResponseParser::~ResponseParser() = default;

bool ResponseParser::feed(const QByteArray &bytes)
{
    if (m_state->complete)
        return true;
    http_parser_execute(&m_state->parser, &m_state->settings, bytes.constData(), static_cast<size_t>(bytes.size()));
    const http_errno code = HTTP_PARSER_ERRNO(&m_state->parser);
    return !m_state->tooLarge && (code == HPE_OK || code == HPE_PAUSED);
}

bool ResponseParser::finish()
{
    if (m_state->complete)
        return true;
    if (!m_state->headComplete)
        return false;
    http_parser_execute(&m_state->parser, &m_state->settings, nullptr, 0); // tells the library that the stream ended
    return m_state->complete;
}

bool ResponseParser::headComplete() const
{
    return m_state->headComplete;
}

bool ResponseParser::isComplete() const
{
    return m_state->complete;
}

int ResponseParser::status() const
{
    return m_state->headComplete ? static_cast<int>(m_state->parser.status_code) : 0;
}

QByteArray ResponseParser::header(const QByteArray &lowerCaseName) const
{
    return m_state->headers.value(lowerCaseName);
}

QByteArray ResponseParser::error() const
{
    if (m_state->tooLarge)
        return "the head of the answer is larger than 64 KiB";
    return http_errno_description(HTTP_PARSER_ERRNO(&m_state->parser));
}

} // namespace desk
