#pragma once

#include "domain/error.h"

#include <utility>
#include <variant>

namespace desk {

// The subset of std::expected that we use, under its names; GCC 12 and clang 14 do not have it in C++20 mode.
template <typename E>
struct Unexpected {
    E error;
};
template <typename E>
Unexpected(E) -> Unexpected<E>;

template <typename T, typename E>
class [[nodiscard]] Expected
{
public:
    Expected(T value)
        : m_data(std::in_place_index<0>, std::move(value))
    {
    }
    Expected(Unexpected<E> unexpected)
        : m_data(std::in_place_index<1>, std::move(unexpected.error))
    {
    }

    [[nodiscard]] bool has_value() const { return m_data.index() == 0; }
    explicit operator bool() const { return has_value(); }
    const T &operator*() const & { return std::get<0>(m_data); }
    T &operator*() & { return std::get<0>(m_data); }
    T &&operator*() && { return std::get<0>(std::move(m_data)); }
    const T *operator->() const { return &std::get<0>(m_data); }
    T *operator->() { return &std::get<0>(m_data); }
    const E &error() const { return std::get<1>(m_data); }

private:
    std::variant<T, E> m_data;
};

template <typename E>
class [[nodiscard]] Expected<void, E>
{
public:
    Expected() = default;
    Expected(Unexpected<E> unexpected)
        : m_error(std::in_place_index<1>, std::move(unexpected.error))
    {
    }

    [[nodiscard]] bool has_value() const { return m_error.index() == 0; }
    explicit operator bool() const { return has_value(); }
    const E &error() const { return std::get<1>(m_error); }

private:
    std::variant<std::monostate, E> m_error;
};

template <typename T = void>
using Result = Expected<T, Error>;

} // namespace desk
