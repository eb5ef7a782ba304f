// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <cstring>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

namespace twin::package {

/// Appends plain values in the machine's byte order: for records of one process only, never for files that stay.
class ByteWriter {
public:
    template <class T> void put(const T& value)
    {
        static_assert(std::is_trivially_copyable_v<T>);
        m_bytes.append(reinterpret_cast<const char*>(&value), sizeof(T));
    }
    template <class T> void putArray(std::span<const T> values)
    {
        static_assert(std::is_trivially_copyable_v<T>);
        m_bytes.append(reinterpret_cast<const char*>(values.data()), values.size_bytes());
    }
    void putText(std::string_view text)
    {
        put(static_cast<std::uint32_t>(text.size()));
        m_bytes.append(text);
    }
    [[nodiscard]] std::string& bytes() { return m_bytes; }
    [[nodiscard]] const std::string& bytes() const { return m_bytes; }

private:
    std::string m_bytes;
};

/// Reads what ByteWriter wrote. A short or damaged record makes `isBroken` true and every further value zero.
class ByteReader {
public:
    explicit ByteReader(std::string_view bytes) : m_bytes(bytes) {}

    template <class T> T get()
    {
        T value{};
        if (take(sizeof(T)))
            std::memcpy(&value, m_taken, sizeof(T));
        return value;
    }
    template <class T> void getArray(std::vector<T>& into, std::size_t count)
    {
        if (count > m_bytes.size() / sizeof(T) || !take(count * sizeof(T))) {
            m_broken = true;
            into.clear();
            return;
        }
        into.resize(count);
        if (count > 0)
            std::memcpy(into.data(), m_taken, count * sizeof(T));
    }
    std::string_view getText()
    {
        const auto size = get<std::uint32_t>();
        return take(size) ? std::string_view(m_taken, size) : std::string_view();
    }
    void skip(std::size_t bytes) { take(bytes); }
    [[nodiscard]] bool isBroken() const { return m_broken; }

private:
    bool take(std::size_t count)
    {
        if (m_broken || count > m_bytes.size() - m_position) {
            m_broken = true;
            return false;
        }
        m_taken = m_bytes.data() + m_position;
        m_position += count;
        return true;
    }

    std::string_view m_bytes;
    std::size_t m_position = 0;
    const char* m_taken = nullptr;
    bool m_broken = false;
};

} // namespace twin::package
