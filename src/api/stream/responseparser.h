#pragma once

#include <QByteArray>
#include <QHash>

#include <functional>
#include <memory>

namespace desk {

// The head of one HTTP/1.x answer and its unframed body, by the packaged http_parser library: chunked and plain bodies, limits on the
// head (64 KiB; HTTP-14). Pure: no socket, no clock. A value for one answer.
class ResponseParser
{
public:
    struct Handlers {
        std::function<void()> onHead; // status() and header() are there; interim answers (1xx) are passed over
        std::function<void(const char *data, qsizetype size)> onBody;
    };

    explicit ResponseParser(Handlers handlers);
    ~ResponseParser();

    // False: not an HTTP answer, or over a limit; see error().
    [[nodiscard]] bool feed(const QByteArray &bytes);
    // The connection ended. False: in the middle of the head or of a framed body (HTTP-16).
    [[nodiscard]] bool finish();

    [[nodiscard]] bool headComplete() const;
    [[nodiscard]] bool isComplete() const; // the framed body has ended
    [[nodiscard]] int status() const;
    [[nodiscard]] QByteArray header(const QByteArray &lowerCaseName) const;
    [[nodiscard]] QByteArray error() const;

private:
    struct State;
    std::unique_ptr<State> m_state; // at one address: the library points back to it
};

} // namespace desk
